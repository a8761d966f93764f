using Demarche.Records;

namespace Demarche.Briefs;

/// <summary>The verb of a statement's line, in the article's own word where that reads well: "told the council", "denied", "says".</summary>
internal static class CueWords
{
    private static readonly string[] TakesTo =
        ["said", "says", "announced", "wrote", "explained", "suggested", "replied", "confirmed", "declared", "admitted", "complained", "proposed", "added", "stated", "tweeted"];

    /// <summary>The verb, with those spoken to.</summary>
    public static string Of(RecordText text, RecordStatement statement)
    {
        var addressee = statement.Addressee.Count > 0 ? text.Names(statement.Addressee) : null;
        var cue = statement.Negated ? "did not say" : Readable(statement.Cue is { } span ? text.Words(span) : "");
        if (addressee is null)
            return cue is "told" or "tells" ? "said" : cue;
        return TakesTo.Contains(cue, StringComparer.Ordinal) || statement.Negated ? $"{cue} to {addressee}" : $"{cue} {addressee}";
    }

    private static string Readable(string cue) =>
        cue.Length is 0 or > 24 || !char.IsLower(cue[0]) || cue.StartsWith("according", StringComparison.Ordinal)
        || cue.Split(' ')[0].EndsWith("ing", StringComparison.Ordinal) ? "says" : cue;
}
