using System.Text.Json;
using System.Text.Json.Serialization;

namespace Demarche.Desk.Charts;

/// <summary>What a chart shows, as its script reads it; the script chooses colours and axes.</summary>
internal sealed record ChartData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>lines, bars, map or graph.</summary>
    public required string Kind { get; init; }
    public string? Unit { get; init; }
    public IReadOnlyList<ChartLine>? Lines { get; init; }
    public IReadOnlyList<ChartPoint>? Points { get; init; }
    public IReadOnlyList<ChartNode>? Nodes { get; init; }
    public IReadOnlyList<ChartLink>? Links { get; init; }

    /// <summary>The address of the world's outline.</summary>
    public string? World { get; init; }

    public string Json() => JsonSerializer.Serialize(this, Options);
}

/// <summary>A line: days and values; marks are days with a word.</summary>
internal sealed record ChartLine(string Name, IReadOnlyList<object?[]> Data, IReadOnlyList<object?[]>? Marks = null);

/// <summary>A point on the map.</summary>
internal sealed record ChartPoint(string Name, double Lat, double Lon, int Count, double Score, string? Href);

/// <summary>An actor in a camp.</summary>
internal sealed record ChartNode(string Id, string Name, string Group, double Weight, string? Href);

/// <summary>A link between actors; above zero with, below against each other.</summary>
internal sealed record ChartLink(string Source, string Target, double Weight);
