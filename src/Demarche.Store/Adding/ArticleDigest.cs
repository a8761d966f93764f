using System.Security.Cryptography;
using System.Text;
using Demarche.Records;

namespace Demarche.Store.Adding;

/// <summary>
/// What makes an article the same article: its words, wherever cleaning has put them, its address and its publisher. Two papers that
/// print one dispatch are two articles; a file that is read again by a better cleaner is the same.
/// </summary>
internal static class ArticleDigest
{
    public static byte[] Of(Record record)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(record.Source.Uri);
        Append(record.Source.Publisher);
        var words = new StringBuilder(record.Text.Length + 64);
        var points = record.Dropped.Count == 0 ? null : new Export.CodePointText(record.Text);
        var at = 0;
        foreach (var dropped in record.Dropped.Where(dropped => dropped.Kind is not ("headline" or "repeat")).OrderBy(dropped => dropped.At))
        {
            var until = Math.Max(at, dropped.At);
            AppendWords(words, points!.Words(new(at, until)));
            AppendWords(words, dropped.Text);
            at = until;
        }
        AppendWords(words, Rest(record.Text, at));
        Append(words.ToString());
        return hash.GetHashAndReset()[..16];

        void Append(string? text)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text ?? ""));
            hash.AppendData([0]);
        }
    }

    private static string Rest(string text, int codePoints)
    {
        var at = 0;
        for (var count = 0; count < codePoints && at < text.Length; count++)
            at += at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
        return text[at..];
    }

    private static void AppendWords(StringBuilder words, string text)
    {
        foreach (var character in text)
            if (!char.IsWhiteSpace(character))
                words.Append(character);
    }
}
