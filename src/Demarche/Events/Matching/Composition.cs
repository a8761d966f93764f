using System.Collections.Immutable;
using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Events.Matching;

/// <summary>One row of composition.tsv: what an outer word makes of an event below it.</summary>
/// <param name="Id">Its id: "compose.refuse".</param>
/// <param name="Over">The inner types, as bits.</param>
/// <param name="Gives">The event that outer and inner word give together; null for none.</param>
/// <param name="Inner">What becomes of the inner event; null: it is not recorded.</param>
/// <param name="Keeps">Whether the inner event's status stays as it is.</param>
/// <param name="Modes">The given event's modes; empty: by the inner type.</param>
/// <param name="Cameo">CAMEO code.</param>
/// <param name="Confidence">How often it is right.</param>
/// <param name="OwnOnly">Whether it holds only where the one who acts speaks for himself.</param>
internal sealed record CompositionRow(
    string Id, int Over, EventType? Gives, EventStatus? Inner, bool Keeps, ImmutableArray<string> Modes, string? Cameo, double Confidence, bool OwnOnly);

/// <summary>What outer words make of the events that they govern ("refused to", "lifted", "will"). Immutable.</summary>
internal sealed class Composition
{
    private readonly Dictionary<string, List<CompositionRow>> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<(EventType, EventType), string> _modes = [];

    private Composition()
    {
    }

    /// <summary>The rows' example sentences.</summary>
    public List<RuleLanguage.RuleExample> Examples { get; } = [];

    /// <summary>Reads Events/composition.tsv and Events/mode-by-inner.tsv.</summary>
    /// <exception cref="LexiconException">A row cannot be read.</exception>
    public static Composition Load(Lexicon lexicon)
    {
        var table = new Composition();
        foreach (var row in lexicon.Rows("Events/composition"))
            table.Add(row);
        foreach (var row in lexicon.Rows("Events/mode-by-inner"))
            foreach (var inner in row.List("inner"))
                table._modes[(TypeOf(row, row["outer"]), TypeOf(row, inner))] = row["mode"];
        return table;
    }

    /// <summary>The row for an outer word over an inner type, or null. A user's rows come last and win.</summary>
    public CompositionRow? Find(string outer, string via, EventType inner)
    {
        if (!_rows.TryGetValue(via + " " + outer, out var rows))
            return null;
        for (var i = rows.Count - 1; i >= 0; i--)
            if ((rows[i].Over & (1 << (int)inner)) != 0)
                return rows[i];
        return null;
    }

    /// <summary>The mode of an outer event by the type below it ("asked to meet": meet), or null.</summary>
    public string? Mode(EventType outer, EventType inner) => _modes.GetValueOrDefault((outer, inner));

    private void Add(TsvRow row)
    {
        var over = row.List("over").Aggregate(0, (bits, name) => bits | Group(row, name));
        EventType? gives = row["gives"] is "-" or "" ? null : TypeOf(row, row["gives"]);
        var inner = row["inner"];
        EventStatus? status = inner switch
        {
            "drop" => null,
            "keep" or "actual" => EventStatus.Actual,
            "planned" => EventStatus.Planned,
            "hypothetical" => EventStatus.Hypothetical,
            "negated" => EventStatus.Negated,
            _ => throw row.Error($"'{inner}' says nothing about the inner event; write drop, keep, actual, planned, hypothetical or negated."),
        };
        var confidence = row["conf"] is "" ? 0.85 : double.TryParse(row["conf"], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number : throw row.Error($"'{row["conf"]}' is no number; write a confidence such as 0.8.");
        var made = new CompositionRow(row["id"], over, gives, status, inner == "keep", [.. row.List("modes")], row["cameo"] is "" ? null : row["cameo"], confidence, row["who"] == "own");
        foreach (var outer in row.List("outer"))
            foreach (var via in row.List("via"))
                if (_rows.TryGetValue(via + " " + outer, out var list))
                    list.Add(made);
                else
                    _rows[via + " " + outer] = [made];
        if (row["example"] is not "")
            Examples.Add(new(made.Id, row["example"], row["expected"], row.File.Origin, row.Line));
    }

    private static int Group(TsvRow row, string name) => name switch
    {
        "any" => 0xFFFF,
        "cooperation" => Bits(EventType.Agree, EventType.Consult, EventType.Support, EventType.Concede, EventType.Cooperate, EventType.Aid, EventType.Retreat),
        "conflict" => Bits(EventType.Accuse, EventType.Reject, EventType.Threaten, EventType.Protest, EventType.Sanction, EventType.Mobilize, EventType.Coerce, EventType.Assault),
        "force" => Bits(EventType.Protest, EventType.Sanction, EventType.Mobilize, EventType.Coerce, EventType.Assault),
        _ => Bits(TypeOf(row, name)),
    };

    private static int Bits(params EventType[] types) => types.Aggregate(0, (bits, type) => bits | (1 << (int)type));

    private static EventType TypeOf(TsvRow row, string name) =>
        Enum.TryParse<EventType>(name, ignoreCase: true, out var type) ? type : throw row.Error($"'{name}' is no PLOVER type; write a type such as AGREE, or cooperation, conflict, force or any.");
}
