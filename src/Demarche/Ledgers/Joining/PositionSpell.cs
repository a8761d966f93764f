namespace Demarche.Ledgers.Joining;

/// <summary>A stretch of time in which an actor holds a position.</summary>
internal sealed class PositionSpell(PositionTelling first, int holder)
{
    public Tellings Tellings = new(first.Where);
    public string Id { get; set; } = "";

    /// <summary>Who holds it: the state, where its head of state or a minister spoke.</summary>
    public int Holder { get; } = holder;

    /// <summary>Who took it first.</summary>
    public int Speaker { get; } = first.Holder;
    public int? Toward { get; } = first.Toward;
    public string Stance { get; } = first.Stance;
    public string? Office { get; set; } = first.Office;
    public string? About { get; set; } = first.About;
    public DateOnly? From { get; set; } = first.From;
    public DateOnly? Until { get; set; }
    public PositionSpell? EndedBy { get; set; }
    public bool IsInferred { get; set; } = first.IsInferred;
    public double Confidence { get; set; } = first.Confidence;
    public List<PositionSpell> ConflictsWith { get; } = [];
    public SortedSet<string> Marks { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it is held on a day.</summary>
    public bool Holds(DateOnly day) => (From is not { } from || from <= day) && (Until is not { } until || until > day);

    public void Add(PositionTelling telling)
    {
        Tellings.Add(telling.Where);
        Office ??= telling.Office;
        About ??= telling.About;
        IsInferred &= telling.IsInferred;
        Confidence = Math.Max(Confidence, telling.Confidence);
        if (telling.From < From)
            From = telling.From;
    }

    public void Contradict(PositionSpell other)
    {
        if (ConflictsWith.Contains(other))
            return;
        ConflictsWith.Add(other);
        other.ConflictsWith.Add(this);
        Marks.Add("contradicted");
        other.Marks.Add("contradicted");
    }
}
