namespace Demarche.Numerals;

/// <summary>A number in words or digits.</summary>
/// <param name="First">Its first piece.</param>
/// <param name="Last">Its last piece, inclusive.</param>
/// <param name="Value">The number; NaN where it is vague ("dozens").</param>
/// <param name="Low">The least that a vague number means.</param>
/// <param name="High">The most that a vague number means; NaN where nothing bounds it.</param>
internal readonly record struct Numeral(int First, int Last, double Value, double Low, double High)
{
    /// <summary>Whether the words name no exact number.</summary>
    public bool IsVague => double.IsNaN(Value);

    /// <summary>A sharp number.</summary>
    public static Numeral Exact(int first, int last, double value) => new(first, last, value, double.NaN, double.NaN);
}
