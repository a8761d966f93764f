using Demarche.Records;
using Record = Demarche.Records.Record;

namespace Demarche.Tests.Ledgers;

/// <summary>Small records for tests.</summary>
internal static class RecordMaker
{
    private static readonly Dictionary<string, RecordEntity> Known = new(StringComparer.Ordinal)
    {
        ["maduro"] = new() { Id = "maduro", Name = "Nicolás Maduro", Kind = "person", Country = "VEN", Contested = true, Roles = [new("president", "VEN:president", "current")] },
        ["guaido"] = new() { Id = "guaido", Name = "Juan Guaidó", Kind = "person", Country = "VEN", Contested = true, Roles = [new("president", "VEN:president", "claimed")] },
        ["trump"] = new() { Id = "trump", Name = "Donald Trump", Kind = "person", Country = "USA", Roles = [new("president", "USA:president", "current")] },
        ["usa"] = new() { Id = "usa", Name = "United States", Kind = "state", Country = "USA" },
        ["mexico"] = new() { Id = "mexico", Name = "Mexico", Kind = "state", Country = "MEX" },
        ["russia"] = new() { Id = "russia", Name = "Russia", Kind = "state", Country = "RUS" },
        ["cuba"] = new() { Id = "cuba", Name = "Cuba", Kind = "state", Country = "CUB" },
    };

    public static Record Make(string id, string? published, string text = "One sentence stands here.") => new()
    {
        Id = id,
        Coder = new("test", "none", "none"),
        Source = new() { Published = published },
        Text = text,
        Sentences = [new(0, text.Length, 0)],
        Entities = [.. Known.Values],
    };

    public static Record Event(this Record record, string type, string actor, string recipient, string? date, string? from = "t1", string status = "actual", double score = -3) => record with
    {
        Events = [.. record.Events, new() { Id = "e" + (record.Events.Count + 1), Key = "k", Type = type, Actor = [actor], Recipient = [recipient], Date = date, DateFrom = from, Status = status, Quad = 3, Score = score, Rule = "r", Confidence = 0.9 }],
    };

    public static Record Position(this Record record, string holder, string stance, string? toward, string? asOf, string? office = "VEN:president", string? fromEvent = null, string? until = null) => record with
    {
        Positions = [.. record.Positions, new() { Id = "o" + (record.Positions.Count + 1), Key = "k", Holder = holder, Toward = toward, Stance = stance, AsOf = asOf, Office = office, FromEvent = fromEvent, Until = until, Confidence = 0.9 }],
    };

    public static Record Demand(this Record record, string by, string of, string? deadline, string answer = "open") => record with
    {
        Demands = [.. record.Demands, new() { Id = "d" + (record.Demands.Count + 1), Key = "k", By = [by], Of = [of], Content = new(0, 12), Deadline = deadline, Answer = answer }],
    };

    public static Record Quote(this Record record, string speaker, int begin, int end) => record with
    {
        Statements = [.. record.Statements, new() { Id = "s" + (record.Statements.Count + 1), Key = "k", Kind = "direct", Speaker = speaker, Content = [new(begin, end)], Date = record.Source.Published }],
    };

    public static Record Killed(this Record record, double value, string? by) => record with
    {
        Figures = [.. record.Figures, new() { Id = "f" + (record.Figures.Count + 1), Key = "k", Kind = "killed", Unit = "person", Value = value, AccordingTo = by }],
    };
}
