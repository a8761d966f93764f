namespace Demarche.Store;

/// <summary>A part of a list.</summary>
/// <param name="Items">The part.</param>
/// <param name="Total">How many there are in all, counted up to <see cref="StoreQueries.MostCounted"/>.</param>
/// <param name="Offset">How many stand before the part.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, int Offset);

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Offset">How many to pass over.</param>
/// <param name="Limit">How many to give, 1 to 1,000.</param>
public readonly record struct Paging(int Offset = 0, int Limit = 50)
{
    internal int Skip => Math.Max(0, Offset);

    internal int Take => Limit <= 0 ? 50 : Math.Min(Limit, 1000);
}
