using System.Security.Cryptography;
using System.Text;
using Demarche.Reading;
using Demarche.Records;

namespace Demarche.Store.Adding;

/// <summary>
/// What makes an article the same article: its words, wherever cleaning has put them, its address and its publisher. Two papers that
/// print one dispatch are two articles; a file that is read again by a better cleaner is the same.
/// </summary>
internal static class ArticleDigest
{
    /// <summary>The digest of a record's article.</summary>
    public static byte[] Of(Record record) =>
        Of(record.Source.Uri, record.Source.Publisher, record.Text, record.Dropped.Select(dropped => (dropped.Kind, dropped.Text, Offset(record.Text, dropped.At))));

    /// <summary>The digest of an article before it is coded.</summary>
    public static byte[] Of(Article article) =>
        Of(article.Source.Uri, article.Source.Publisher, article.Text, article.Dropped.Select(dropped => (dropped.Kind, dropped.Text, dropped.At)));

    private static byte[] Of(string? uri, string? publisher, string text, IEnumerable<(string Kind, string Text, int At)> dropped)
    {
        var words = new StringBuilder(text.Length + 64).Append(uri).Append('\0').Append(publisher).Append('\0');
        var at = 0;
        foreach (var piece in dropped.Where(piece => piece.Kind is not ("headline" or "repeat")).OrderBy(piece => piece.At))
        {
            var until = Math.Clamp(piece.At, at, text.Length);
            Append(words, text.AsSpan(at, until - at));
            Append(words, piece.Text);
            at = until;
        }
        Append(words, text.AsSpan(at));
        return SHA256.HashData(Encoding.UTF8.GetBytes(words.ToString()))[..16];
    }

    private static int Offset(string text, int codePoints)
    {
        var at = 0;
        for (var count = 0; count < codePoints && at < text.Length; count++)
            at += at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
        return at;
    }

    private static void Append(StringBuilder words, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
            if (!char.IsWhiteSpace(character))
                words.Append(character);
    }
}
