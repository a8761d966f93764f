using System.Text.Json;
using Demarche.Records;

namespace Demarche.Scoring;

/// <summary>
/// Holds a record against a hand-made gold article, layer by layer. docs/score.md says what each layer counts; the gold format is
/// that of eval/articles.
/// </summary>
public static class ArticleScorer
{
    /// <summary>Scores a record.</summary>
    /// <param name="gold">The gold article: a JSON object.</param>
    /// <param name="record">The record; null where there is none, which misses everything.</param>
    public static ArticleScore Score(JsonElement gold, Record? record)
    {
        record ??= new() { Id = "", Coder = new("", "", ""), Source = new(), Text = "" };
        var text = new AnchorText(record);
        var layers = new LayerScorer(gold, record, text, new(record, gold, text));
        layers.Cleaning();
        layers.Events();
        layers.Statements();
        layers.Positions();
        layers.Demands();
        layers.Figures();
        layers.Times();
        return layers.Score;
    }

    /// <summary>The record of a gold article among many: by its id, or the end of its id or address.</summary>
    public static Record? Find(IEnumerable<Record> records, string goldId) =>
        records.FirstOrDefault(record => Ends(record.Id, goldId) || Ends(record.Source.Uri, goldId));

    private static bool Ends(string? name, string goldId)
    {
        if (string.IsNullOrEmpty(name))
            return false;
        if (name.EndsWith(goldId, StringComparison.Ordinal))
            return true;
        var dot = name.LastIndexOf('.');
        return dot >= 0 && dot < name.Length - 1 && name.AsSpan(dot + 1).IndexOfAny("/ -") < 0 && name[..dot].EndsWith(goldId, StringComparison.Ordinal);
    }
}
