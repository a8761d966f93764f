using Demarche.Export;
using Demarche.Knowledge;

namespace Demarche.Store.Queries;

/// <summary>A few words of a text around what was looked for, marked by U+0002 and U+0003.</summary>
internal static class Snippets
{
    private const int Around = 90;
    private const int Least = 3;

    public static string Of(CodePointText text, string? search)
    {
        var all = text.All;
        var words = SearchWords.Plain(search).Select(word => NameKey.Of(word)).Where(word => word.Length >= Least).ToList();
        var (at, length) = words.Count == 0 ? (-1, 0) : Find(all, words);
        if (at < 0)
            return all.Length <= 2 * Around ? Flat(all) : Flat(all[..Cut(all, 2 * Around)]) + " …";
        var begin = at <= Around ? 0 : all.LastIndexOf(' ', Math.Max(0, at - (Around / 2)));
        var end = Cut(all, Math.Min(all.Length, at + length + Around));
        begin = Math.Max(0, begin);
        return $"{(begin > 0 ? "… " : "")}{Flat(all[begin..at])}{(at > begin && char.IsWhiteSpace(all[at - 1]) ? " " : "")}\u0002{Flat(all.Substring(at, length))}\u0003{Flat(" " + all[(at + length)..end], keep: all, at: at + length)}{(end < all.Length ? " …" : "")}";
    }

    // The first word of the text that begins as one of the words does: search finds other forms of a word too.
    private static (int At, int Length) Find(string text, List<string> words)
    {
        var begin = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var isLetter = at < text.Length && char.IsLetterOrDigit(text[at]);
            if (isLetter && begin < 0)
                begin = at;
            else if (!isLetter && begin >= 0)
            {
                var key = NameKey.Of(text.AsSpan(begin, at - begin));
                foreach (var word in words)
                    if (key.AsSpan().StartsWith(word.AsSpan(0, Math.Max(Least, word.Length - (word.Length > 5 ? 2 : 0)).Min(word.Length)), StringComparison.Ordinal))
                        return (begin, at - begin);
                begin = -1;
            }
        }
        return (-1, 0);
    }

    private static int Min(this int one, int other) => Math.Min(one, other);

    private static int Cut(string text, int at)
    {
        if (at >= text.Length)
            return text.Length;
        var blank = text.LastIndexOf(' ', at);
        return blank > at - 30 && blank > 0 ? blank : char.IsLowSurrogate(text[at]) ? at + 1 : at;
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Flat(string rest, string keep, int at) => at < keep.Length && char.IsWhiteSpace(keep[at]) ? " " + Flat(rest) : Flat(rest);
}
