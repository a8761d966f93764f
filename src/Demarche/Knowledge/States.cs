namespace Demarche.Knowledge;

/// <summary>A state or territory, as of the days in which it bore its code.</summary>
/// <param name="Code">ISO 3166-1 alpha-3; an old one for a state that is gone; a readable key for a partially recognized one.</param>
/// <param name="Name">The usual name.</param>
/// <param name="Status">state, territory, former or partial.</param>
/// <param name="Days">When it existed.</param>
/// <param name="Sovereign">The sovereign's code, where there is one.</param>
/// <param name="Capital">The capital's usual name.</param>
/// <param name="Neighbours">Codes of bordering states.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record State(
    string Code, string Name, string Status, DayRange Days, string? Sovereign, string? Capital, IReadOnlyList<string> Neighbours, string? Currency)
{
    /// <summary>The code that a record's <c>country</c> bears: a partially recognized entity has its nominal sovereign's.</summary>
    public string Country => Status == "partial" && Sovereign is not null ? Sovereign : Code;
}

/// <summary>How a name names a state.</summary>
public enum StateNameKind : byte
{
    /// <summary>The state's own name.</summary>
    Name,
    /// <summary>The adjective: "Russian".</summary>
    Adjective,
    /// <summary>One of its people: "a Russian", "the Turks".</summary>
    National,
    /// <summary>Its capital.</summary>
    Capital,
    /// <summary>The seat of its government: "the Kremlin".</summary>
    Seat,
}

/// <summary>A name of a state, and the row that says so.</summary>
internal sealed record StateName(string Name, State State, StateNameKind Kind, TsvRow Row);

/// <summary>The states of Knowledge/states.tsv.</summary>
public sealed class States
{
    private readonly Dictionary<string, List<State>> _byCode = new(StringComparer.Ordinal);

    private States()
    {
    }

    /// <summary>All rows, in the files' order.</summary>
    public List<State> All { get; } = [];

    /// <summary>Every name with its state, how it names it, and the row that says so.</summary>
    internal List<StateName> Names { get; } = new(3072);

    /// <summary>Reads the tables.</summary>
    /// <exception cref="LexiconException">A row is wrong.</exception>
    public static States Load(Lexicon lexicon) => lexicon.Once(static lexicon =>
    {
        var states = new States();
        foreach (var row in lexicon.Rows("Knowledge/states"))
            states.Add(row);
        return states;
    });

    /// <summary>The state that bore a code at a day; any that ever bore it where none did then; null for an unknown code.</summary>
    public State? ByCode(string code, DateOnly? day = null) =>
        _byCode.TryGetValue(code, out var rows) ? rows.Find(state => state.Days.Holds(day)) ?? rows[^1] : null;

    private void Add(TsvRow row)
    {
        var capitals = row.List("capital");
        var state = new State(row["code"], row["name"], row["status"], DayRange.Read(row, "since", "until"),
            row["sovereign"] is { Length: > 0 } sovereign ? sovereign : null, capitals is [var capital, ..] ? capital : null, row.List("neighbours"),
            row["currency"] is { Length: > 0 } currency ? currency : null);
        if (state.Code.Length == 0)
            throw row.Error("the code is missing: write ISO 3166-1's alpha-3 code.");
        if (state.Status is not ("state" or "territory" or "former" or "partial"))
            throw row.Error($"'{state.Status}' is no status: write state, territory, former or partial.");
        All.Add(state);
        if (!_byCode.TryGetValue(state.Code, out var rows))
            _byCode.Add(state.Code, rows = []);
        rows.Add(state);
        var names = row.List("names");
        AddNames(names, state, StateNameKind.Name, row);
        if (Array.IndexOf(names, state.Name) < 0)
            Names.Add(new(state.Name, state, StateNameKind.Name, row));
        AddNames(row.List("adjectives"), state, StateNameKind.Adjective, row);
        AddNames(row.List("nationals"), state, StateNameKind.National, row);
        AddNames(capitals, state, StateNameKind.Capital, row);
        AddNames(row.List("metonyms"), state, StateNameKind.Seat, row);
    }

    private void AddNames(string[] names, State state, StateNameKind kind, TsvRow row)
    {
        for (var i = 0; i < names.Length; i++)
            if (kind != StateNameKind.Name || Array.IndexOf(names, names[i]) == i)
                Names.Add(new(names[i], state, kind, row));
    }
}
