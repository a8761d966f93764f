using System.Collections.Frozen;
using Demarche.Knowledge;

namespace Demarche.Reading;

/// <summary>Tells texts that are not English, by their script and their small words. Immutable.</summary>
internal sealed class Languages
{
    private const int Sample = 6000;
    private readonly FrozenDictionary<string, int[]> _languagesOf;
    private readonly (string Name, string Code)[] _names;
    private readonly FrozenDictionary<string, string> _nameOf;
    private readonly int _english;

    private Languages(TsvRow[] rows)
    {
        _names = [.. rows.Select(row => (row["name"], row["code"]))];
        _english = Array.FindIndex(rows, row => row["code"] == "en");
        _nameOf = rows.DistinctBy(row => row["code"], StringComparer.Ordinal).ToFrozenDictionary(row => row["code"], row => row["name"], StringComparer.Ordinal);
        _languagesOf = rows.SelectMany((row, at) => row.List("words").Distinct(StringComparer.Ordinal).Select(word => (word, at)))
            .GroupBy(pair => pair.word, pair => pair.at, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Reads the table.</summary>
    public static Languages Load(Lexicon lexicon) => new([.. lexicon.Rows("Reading/languages")]);

    /// <summary>The name of the language that a text is in, where that is not English; null for English and for texts too short to tell.</summary>
    /// <param name="text">The text.</param>
    /// <param name="declared">What the source says; believed where the text is too short to tell.</param>
    public (string Name, string Code)? NotEnglish(string text, string? declared)
    {
        var sample = text.AsSpan(0, Math.Min(Sample, text.Length));
        if (Script(sample) is { } script)
            return script;
        Span<int> scores = stackalloc int[_names.Length];
        var words = Count(sample, scores);
        var best = scores.IndexOf(Max(scores));
        if (words < 20 && declared is { Length: >= 2 } && !declared.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            return scores[_english] > words / 5 ? null : (_nameOf.GetValueOrDefault(declared[..2].ToLowerInvariant(), $"declared to be in the language '{declared}'"), declared[..2].ToLowerInvariant());
        if (words < 12 || best == _english || scores[best] < words * 0.12)
            return null;
        return scores[best] > scores[_english] * 2 ? _names[best] : null;
    }

    private int Count(ReadOnlySpan<char> text, Span<int> scores)
    {
        var lookup = _languagesOf.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[16];
        int words = 0, length = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                if (length < word.Length)
                    word[length] = char.ToLowerInvariant(text[i]);
                length++;
                continue;
            }
            if (length > 0)
                words++;
            if (length > 0 && length <= word.Length && lookup.TryGetValue(word[..length], out var languages))
                foreach (var language in languages)
                    scores[language]++;
            length = 0;
        }
        return words;
    }

    private static int Max(Span<int> scores)
    {
        var max = 0;
        foreach (var score in scores)
            max = Math.Max(max, score);
        return max;
    }

    private static (string Name, string Code)? Script(ReadOnlySpan<char> text)
    {
        int letters = 0, cyrillic = 0, ukrainian = 0, arabic = 0, persian = 0, han = 0, kana = 0, hangul = 0, greek = 0, hebrew = 0, devanagari = 0, thai = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            switch (c)
            {
                case >= '\u0370' and <= '\u03ff': greek++; break;
                case >= '\u0400' and <= '\u04ff': cyrillic++; ukrainian += c is 'і' or 'ї' or 'є' ? 1 : 0; break;
                case >= '\u0590' and <= '\u05ff': hebrew++; break;
                case >= '\u0600' and <= '\u06ff': arabic++; persian += c is 'پ' or 'چ' or 'ژ' or 'گ' ? 1 : 0; break;
                case >= '\u0900' and <= '\u097f': devanagari++; break;
                case >= '\u0e00' and <= '\u0e7f': thai++; break;
                case >= '\u3040' and <= '\u30ff': kana++; break;
                case >= '\u4e00' and <= '\u9fff': han++; break;
                case >= '\uac00' and <= '\ud7af': hangul++; break;
            }
        }
        var half = letters / 2;
        return letters < 8 ? null
            : cyrillic > half ? ukrainian > cyrillic / 50 ? ("Ukrainian", "uk") : ("Russian", "ru")
            : arabic > half ? persian > arabic / 100 ? ("Persian", "fa") : ("Arabic", "ar")
            : han + kana > half ? kana > han / 10 ? ("Japanese", "ja") : ("Chinese", "zh")
            : hangul > half ? ("Korean", "ko") : greek > half ? ("Greek", "el") : hebrew > half ? ("Hebrew", "he") : devanagari > half ? ("Hindi", "hi") : thai > half ? ("Thai", "th") : null;
    }
}
