using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Places;

/// <summary>How closely a place's coordinates say where it is.</summary>
public enum PlacePrecision : byte
{
    /// <summary>A building or a spot.</summary>
    Point,
    /// <summary>A town.</summary>
    City,
    /// <summary>A first-level region.</summary>
    Admin1,
    /// <summary>A state, or something larger.</summary>
    Country,
}

/// <summary>A name of a place in the text, with where it is. Coordinates are WGS 84 degrees.</summary>
public sealed record Place
{
    /// <summary>The record's id: p1, p2 …</summary>
    public required string Id { get; init; }

    /// <summary>The words.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The number of the sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>The first token of the name.</summary>
    public required int First { get; init; }

    /// <summary>The last token of the name, inclusive.</summary>
    public required int Last { get; init; }

    /// <summary>The place's usual name.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public string? Country { get; init; }

    /// <summary>First-level region.</summary>
    public string? Admin1 { get; init; }

    /// <summary>Degrees north.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double? Longitude { get; init; }

    /// <summary>How closely the coordinates say where it is.</summary>
    public PlacePrecision Precision { get; init; }

    /// <summary>GeoNames id.</summary>
    public long? GeonameId { get; init; }
}

/// <summary>The places of a document, in order.</summary>
/// <param name="All">The places.</param>
public sealed record PlaceLayer(ImmutableArray<Place> All);
