using System.Text.Json;
using Demarche.Knowledge;
using Demarche.Numerals;

namespace Demarche.Figures;

/// <summary>"at least", "nearly", "or more": how sharp a number is. Immutable once bound to a vocabulary.</summary>
internal sealed class Qualifiers
{
    private readonly List<(string[] Words, FigureQualifier Qualifier, bool Before)> _rows = [];
    private Dictionary<int, List<(int[] Words, FigureQualifier Qualifier)>> _before = [];
    private Dictionary<int, List<(int[] Words, FigureQualifier Qualifier)>> _after = [];

    public Qualifiers(Lexicon lexicon, Vocabulary.Builder builder)
    {
        foreach (var row in lexicon.Rows("Figures/qualifiers"))
        {
            var qualifier = Enum.GetValues<FigureQualifier>().Where(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()) == row["qualifier"]).ToArray();
            if (qualifier.Length == 0)
                throw row.Error($"'{row["qualifier"]}' is no qualifier.");
            foreach (var phrase in row.List("words"))
            {
                var words = phrase.Split(' ');
                foreach (var word in words)
                    builder.Add("qualifierword", 1, word);
                _rows.Add((words, qualifier[0], row["place"] == "before"));
            }
        }
    }

    public void Bind(Vocabulary vocabulary)
    {
        _before = Table(vocabulary, true);
        _after = Table(vocabulary, false);
    }

    /// <summary>The qualifier that ends right before a piece, and where it begins.</summary>
    public FigureQualifier? Before(ReadOnlySpan<Piece> pieces, int at, out int first)
    {
        first = at;
        FigureQualifier? best = null;
        if (at < 1 || !_before.TryGetValue(pieces[at - 1].Word, out var phrases))
            return null;
        foreach (var (words, qualifier) in phrases)
        {
            var begin = at - words.Length;
            if (begin >= first || begin < 0 || !Same(pieces, begin, words))
                continue;
            (best, first) = (qualifier, begin);
        }
        return best;
    }

    /// <summary>The qualifier that begins at a piece, and where it ends.</summary>
    public FigureQualifier? After(ReadOnlySpan<Piece> pieces, int at, out int last)
    {
        last = at - 1;
        FigureQualifier? best = null;
        if (at >= pieces.Length || !_after.TryGetValue(pieces[at].Word, out var phrases))
            return null;
        foreach (var (words, qualifier) in phrases)
            if (at + words.Length - 1 > last && at + words.Length <= pieces.Length && Same(pieces, at, words))
                (best, last) = (qualifier, at + words.Length - 1);
        return best;
    }

    private Dictionary<int, List<(int[], FigureQualifier)>> Table(Vocabulary vocabulary, bool before) =>
        _rows.Where(row => row.Before == before)
            .Select(row => (Words: row.Words.Select(word => vocabulary.Find(word)).ToArray(), row.Qualifier))
            .GroupBy(row => before ? row.Words[^1] : row.Words[0])
            .ToDictionary(group => group.Key, group => group.ToList());

    private static bool Same(ReadOnlySpan<Piece> pieces, int at, int[] words)
    {
        for (var i = 0; i < words.Length; i++)
            if (pieces[at + i].Word != words[i])
                return false;
        return true;
    }
}
