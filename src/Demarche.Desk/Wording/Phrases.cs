using System.Globalization;
using Demarche.Briefs;
using Demarche.Records;
using Demarche.Store;

namespace Demarche.Desk.Wording;

/// <summary>Entries in plain words.</summary>
internal static class Phrases
{
    public static string Day(DateOnly? day) => day?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? "undated";

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    public static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {(count == 1 ? one : many)}");

    public static string Names(IReadOnlyList<EntityRef> entities, string nobody = "somebody", int most = 5) => List([.. entities.Select(entity => entity.Name)], nobody, most);

    public static string List(IReadOnlyList<string> names, string nobody = "somebody", int most = 5) => names.Count switch
    {
        0 => nobody,
        1 => names[0],
        _ when names.Count > most => string.Join(", ", names.Take(most)) + $" and {names.Count - most} others",
        _ => string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1],
    };

    public static string Event(EventView item) =>
        $"{Capital(Names(item.Actor))} {EventVerbs.Phrase(item.Type, item.Recipient.Count == 0 ? null : Names(item.Recipient), item.Actor.Count > 1)}";

    public static string Event(string type, string actors, string? recipients, int count) => $"{Capital(actors)} {EventVerbs.Phrase(type, recipients, count > 1)}";

    public static string Stance(string stance) => stance switch
    {
        "recognizes" => "recognizes",
        "does_not_recognize" => "does not recognize",
        "claims_office" => "claims the office",
        "supports" => "supports",
        "opposes" => "opposes",
        _ => "is neutral",
    };

    public static string StanceTone(string stance) => stance switch
    {
        "recognizes" or "supports" => "good",
        "does_not_recognize" or "opposes" => "bad",
        "claims_office" => "warn",
        _ => "",
    };

    public static string StanceSign(string stance) => stance switch
    {
        "recognizes" => "✓",
        "supports" => "+",
        "does_not_recognize" => "✕",
        "opposes" => "−",
        "claims_office" => "★",
        _ => "○",
    };

    public static string Position(PositionView position) => position.Stance switch
    {
        "claims_office" => $"{position.Holder.Name} claims the office of {position.About ?? position.Office ?? "…"}",
        "neutral" => $"{position.Holder.Name} is neutral{(position.Toward is { } toward ? $" toward {toward.Name}" : position.About is { } about ? $" on {about}" : "")}",
        _ => $"{position.Holder.Name} {Stance(position.Stance)} {position.Toward?.Name ?? position.About ?? "…"}",
    };

    public static string Demand(DemandView demand) => $"{Names(demand.By)} asks {Names(demand.Of)}: {demand.Content}";

    public static string StateTone(string state) => state switch { "met" => "good", "refused" or "overdue" => "bad", "partly" => "warn", _ => "" };

    public static string Figure(FigureView figure) => FigureWords.Of(new RecordFigure
    {
        Id = "f", Key = "", Kind = figure.Matter.Kind, Unit = figure.Matter.Unit, Value = figure.Value, Low = figure.Low, High = figure.High, Qualifier = figure.Qualifier,
    });

    public static string Matter(FigureMatter matter)
    {
        var what = matter.Kind is "money" or "count" or "distance" or "duration" or "percent" ? $"{matter.Unit ?? matter.Kind}" : matter.Kind;
        var parties = (matter.From, matter.To) switch
        {
            ({ } from, { } to) => $" from {from.Name} to {to.Name}",
            ({ } from, null) => $" from {from.Name}",
            (null, { } to) => $" to {to.Name}",
            _ => "",
        };
        return what + parties + (matter.Country is { } country ? $", {Countries.Name(country)}" : "");
    }

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Office(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? key.Replace('_', ' ') : $"{key[(colon + 1)..].Replace('_', ' ')} of {Countries.Name(key[..colon])}";
    }

    /// <summary>"Lantern News, “At least 40 dead…”, 30 Jan 2019, sentence 3".</summary>
    public static string Citation(SourceRef source) =>
        string.Join(", ", new[] { source.Publisher, source.Headline is { } headline ? $"“{headline}”" : source.Article, source.Published, $"sentence {source.Sentence + 1}", source.Uri }.Where(part => !string.IsNullOrEmpty(part)));
}
