namespace Demarche.Ledgers.Joining;

/// <summary>What sort of act an event is. All events of one sort share it: there are thousands of sorts and millions of events.</summary>
internal sealed record EventSort(
    string Type, string Status, IReadOnlyList<string> Modes, IReadOnlyList<string> Contexts, string? Cameo, int? Quad, double? Score, double? Goldstein)
{
    public bool Equals(EventSort? other) =>
        other is not null && Type == other.Type && Status == other.Status && Cameo == other.Cameo && Quad == other.Quad && Score == other.Score && Goldstein == other.Goldstein
        && Modes.SequenceEqual(other.Modes) && Contexts.SequenceEqual(other.Contexts);

    public override int GetHashCode() => HashCode.Combine(Type, Status, Cameo, Modes.Count, Contexts.Count);
}

/// <summary>An event, while articles are joined.</summary>
internal sealed class EventEntry
{
    /// <summary>Where it is told.</summary>
    public Tellings Tellings;

    public required EventSort Sort { get; init; }
    public string? Date { get; set; }
    public required int[] Actors { get; set; }
    public required int[] Recipients { get; set; }
    public required EdtfDays? Days { get; set; }

    /// <summary>Whether the text names the day, so that a neighbouring day is another event.</summary>
    public required bool IsExact { get; set; }
    public string? Country { get; set; }
    public bool IsToldAsFact { get; set; }
    public List<int>? ReportedBy { get; set; }
    public double Confidence { get; set; }
}
