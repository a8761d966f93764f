using System.Collections.Frozen;
using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Events;

/// <summary>An event's quad class and its place on PLOVER's and Goldstein's scales.</summary>
/// <param name="Quad">1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</param>
/// <param name="Score">PLOVER's score, −10 to 10.</param>
/// <param name="Goldstein">Goldstein's (1992) scale by CAMEO code, −10 to 10.</param>
public readonly record struct EventScale(int Quad, double Score, double? Goldstein);

/// <summary>Scales of events, from the tables under Events/scales.</summary>
public static class EventScales
{
    private static readonly Lazy<Tables> Loaded = new(() => new(Lexicon.Default));

    /// <summary>The scale of an event: of its modes, the one furthest from zero.</summary>
    public static EventScale Of(Event item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Of(item.Type, item.Modes, item.Cameo);
    }

    /// <summary>The scale of a type with modes and a CAMEO code.</summary>
    internal static EventScale Of(EventType type, IReadOnlyList<string> modes, string? cameo)
    {
        var tables = Loaded.Value;
        var (quad, score) = tables.Types[type];
        double? ofModes = null;
        foreach (var mode in modes)
            if (tables.Modes.TryGetValue((type, mode), out var own) && (ofModes is null || Math.Abs(own) > Math.Abs(ofModes.Value)))
                ofModes = own;
        return new(quad, ofModes ?? score, Goldstein(cameo));
    }

    /// <summary>Goldstein's weight of a CAMEO code; null for none.</summary>
    public static double? Goldstein(string? cameo)
    {
        for (var code = cameo; code is { Length: >= 2 }; code = code[..^1])
            if (Loaded.Value.Weights.TryGetValue(code, out var weight))
                return weight;
        return null;
    }

    /// <summary>The CAMEO root code that a type comes from.</summary>
    internal static string? CameoOf(EventType type) => Loaded.Value.Cameo.GetValueOrDefault(type);

    /// <summary>The type that a planned event has in PLOVER's exchange format: planned AID is AGREE.</summary>
    internal static EventType WhenPlanned(EventType type) => Loaded.Value.Planned.GetValueOrDefault(type, type);

    private sealed class Tables
    {
        public Tables(Lexicon lexicon)
        {
            Dictionary<EventType, (int, double)> types = [];
            Dictionary<(EventType, string), double> modes = [];
            Dictionary<EventType, EventType> planned = [];
            Dictionary<EventType, string> cameo = [];
            foreach (var row in lexicon.Rows("Events/scales/plover"))
            {
                var type = TypeOf(row, "type");
                var score = Number(row, "score");
                if (row["mode"].Length > 0)
                    modes[(type, row["mode"])] = score;
                else
                {
                    types[type] = ((int)Number(row, "quad"), score);
                    cameo[type] = row["cameo"];
                }
                if (row["future"].Length > 0)
                    planned[type] = TypeOf(row, "future");
            }
            Types = types.ToFrozenDictionary();
            Modes = modes.ToFrozenDictionary();
            Planned = planned.ToFrozenDictionary();
            Cameo = cameo.ToFrozenDictionary();
            Weights = lexicon.Rows("Events/scales/goldstein").ToFrozenDictionary(row => row["code"], row => Number(row, "goldstein"), StringComparer.Ordinal);
        }

        public FrozenDictionary<EventType, (int Quad, double Score)> Types { get; }
        public FrozenDictionary<(EventType, string), double> Modes { get; }
        public FrozenDictionary<EventType, EventType> Planned { get; }
        public FrozenDictionary<EventType, string> Cameo { get; }
        public FrozenDictionary<string, double> Weights { get; }

        private static EventType TypeOf(TsvRow row, string column) =>
            Enum.TryParse<EventType>(row[column], ignoreCase: true, out var type) ? type : throw row.Error($"'{row[column]}' is no PLOVER type.");

        private static double Number(TsvRow row, string column) =>
            double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw row.Error($"the column '{column}' must hold a number.");
    }
}
