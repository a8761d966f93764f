namespace Demarche.Training;

/// <summary>A seeded order of items.</summary>
internal static class Shuffle
{
    public static int[] Order(int count, Random random)
    {
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        return order;
    }
}
