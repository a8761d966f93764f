using Demarche.Language;

namespace Demarche.Desk.Articles;

/// <summary>A word of a drawn tree: its middle, and the arc to its head (null for the root).</summary>
internal sealed record TreeWord(string Form, string Tag, string Relation, double X, string? Arc, double LabelX, double LabelY, bool IsHot);

/// <summary>A dependency tree as arcs over a line of words.</summary>
internal sealed record TreeDrawing(double Width, double Height, double Baseline, IReadOnlyList<TreeWord> Words)
{
    public static TreeDrawing Of(Sentence sentence, int hot)
    {
        var count = sentence.Count;
        var middles = new double[count];
        var x = 8.0;
        for (var i = 0; i < count; i++)
        {
            var token = sentence[i];
            var width = Math.Max(Math.Max(token.Form.Length * 7.2, token.Relation.Name().Length * 5.4), 16) + 10;
            middles[i] = x + (width / 2);
            x += width;
        }
        var levels = Levels(sentence);
        var top = levels.DefaultIfEmpty(0).Max();
        var baseline = (top * 20) + 26.0;
        List<TreeWord> words = [];
        for (var i = 0; i < count; i++)
        {
            var token = sentence[i];
            string? arc = null;
            var (labelX, labelY) = (middles[i], baseline - 18);
            if (token.Head >= 0)
            {
                var (from, to, high) = (middles[token.Head], middles[i], baseline - 14 - (levels[i] * 20));
                var step = Math.Min(10, Math.Abs(to - from) / 3) * Math.Sign(to - from);
                arc = FormattableString.Invariant($"M{from + (step / 2):0.#} {baseline - 14:0.#} V{high + 6:0.#} Q{from + (step / 2):0.#} {high:0.#} {from + step:0.#} {high:0.#} H{to - (step / 2):0.#} Q{to:0.#} {high:0.#} {to:0.#} {high + 6:0.#} V{baseline - 14:0.#}");
                (labelX, labelY) = ((from + to) / 2, high - 2);
            }
            words.Add(new(token.Form, token.Upos.ToString().ToUpperInvariant(), token.Relation.Name(), middles[i], arc, labelX, labelY, i == hot));
        }
        return new(x + 8, baseline + 26, baseline, words);
    }

    // A longer arc lies over all shorter ones that it spans.
    private static int[] Levels(Sentence sentence)
    {
        var levels = new int[sentence.Count];
        var highest = new int[sentence.Count + 1];
        foreach (var i in Enumerable.Range(0, sentence.Count).Where(i => sentence[i].Head >= 0).OrderBy(i => Math.Abs(sentence[i].Head - i)).ThenBy(i => i))
        {
            var (left, right) = (Math.Min(i, sentence[i].Head), Math.Max(i, sentence[i].Head));
            var level = 1;
            for (var at = left; at < right; at++)
                level = Math.Max(level, highest[at] + 1);
            for (var at = left; at < right; at++)
                highest[at] = level;
            levels[i] = level;
        }
        return levels;
    }
}
