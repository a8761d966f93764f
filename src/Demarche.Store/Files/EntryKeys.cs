using System.Globalization;
using Demarche.Export;
using Demarche.Records;

namespace Demarche.Store.Files;

/// <summary>
/// Keys of entries without what the text gives: most are the layer, the first words of a span, and which occurrence. Kept are the
/// occurrence alone, or "~", what stands between layer and words (a position's holder), "#" and the occurrence; any other key is kept whole.
/// </summary>
internal static class EntryKeys
{
    /// <summary>What is kept of a key: a number or a text.</summary>
    /// <param name="key">The key.</param>
    /// <param name="layer">What it begins with: event, statement, position:supports, demand, figure.</param>
    /// <param name="words">The words that it was made of.</param>
    public static object Kept(string key, string layer, string words)
    {
        var hash = key.LastIndexOf('#');
        if (hash < 0 || !key.StartsWith(layer, StringComparison.Ordinal) || !int.TryParse(key.AsSpan(hash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var occurrence) || key[hash + 1] == '0')
            return Marked(key);
        var tail = RecordKeys.Stem("", words);
        var middle = hash - tail.Length - layer.Length;
        if (middle < 0 || !key.AsSpan(hash - tail.Length, tail.Length).SequenceEqual(tail) || (middle > 0 && key[layer.Length] != ':'))
            return Marked(key);
        return middle == 0 ? (long)occurrence : string.Create(CultureInfo.InvariantCulture, $"~{key.AsSpan(layer.Length + 1, middle - 1)}#{occurrence}");
    }

    /// <summary>The key again.</summary>
    public static string Whole(object kept, string layer, string words)
    {
        if (kept is long occurrence)
            return string.Create(CultureInfo.InvariantCulture, $"{RecordKeys.Stem(layer, words)}#{occurrence}");
        var text = (string)kept;
        if (text.Length == 0 || text[0] != '~')
            return text.Length > 0 && text[0] == '=' ? text[1..] : text;
        var hash = text.LastIndexOf('#');
        return string.Concat(RecordKeys.Stem($"{layer}:{text.AsSpan(1, hash - 1)}", words), text.AsSpan(hash));
    }

    // A key of somebody else's that looks like what is kept of one.
    private static string Marked(string key) => key.Length > 0 && (key[0] is '~' or '#' or '=') ? "=" + key : key;

    /// <summary>A record with short keys.</summary>
    public static Record Shortened(Record record) => Changed(record, (key, layer, words) => Kept(key, layer, words) is long occurrence ? string.Create(CultureInfo.InvariantCulture, $"#{occurrence}") : (string)Kept(key, layer, words));

    /// <summary>The record of <see cref="Shortened"/> as it was.</summary>
    public static Record Lengthened(Record record) => Changed(record, (key, layer, words) =>
        Whole(key.Length > 1 && key[0] == '#' && long.TryParse(key.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var occurrence) ? occurrence : key, layer, words));

    /// <summary>What a position's key begins with.</summary>
    public static string Position(string stance) => "position:" + stance;

    private static Record Changed(Record record, Func<string, string, string, string> change)
    {
        var text = new CodePointText(record.Text);
        return record with
        {
            Events = [.. record.Events.Select(item => item with { Key = change(item.Key, "event", text.Words(item.Trigger)) })],
            Statements = [.. record.Statements.Select(item => item.Content.Count == 0 ? item : item with { Key = change(item.Key, "statement", text.Words(item.Content[0])) })],
            Positions = [.. record.Positions.Select(item => item with { Key = change(item.Key, Position(item.Stance), text.Words(item.Span)) })],
            Demands = [.. record.Demands.Select(item => item with { Key = change(item.Key, "demand", text.Words(item.Content)) })],
            Figures = [.. record.Figures.Select(item => item with { Key = change(item.Key, "figure", text.Words(item.Span)) })],
        };
    }
}
