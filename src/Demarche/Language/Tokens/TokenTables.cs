using System.Collections.Frozen;
using Demarche.Knowledge;

namespace Demarche.Language.Tokens;

/// <summary>How an abbreviation goes on.</summary>
internal enum AbbreviationKind : byte
{
    None,
    Title,
    End,
    Number,
    Month,
    Other,
}

/// <summary>What a word is in the date or time before an entry.</summary>
internal enum StampKind : byte
{
    None,
    Day,
    Zone,
    With,
}

/// <summary>The tables that the tokenizer and the sentence splitter read (Language/Tokens/*.tsv).</summary>
internal sealed class TokenTables
{
    private readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> _abbreviations;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _contractions;
    private readonly FrozenDictionary<string, StampKind>.AlternateLookup<ReadOnlySpan<char>> _stamps;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _prefixes;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _units;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _starters;

    private TokenTables(Lexicon lexicon)
    {
        _abbreviations = lexicon.Rows("Language/Tokens/abbreviations")
            .ToFrozenDictionary(row => row["form"], row => Enum.Parse<AbbreviationKind>(row["kind"], ignoreCase: true), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _contractions = lexicon.Rows("Language/Tokens/contractions")
            .ToFrozenDictionary(row => row["word"], row => int.Parse(row["first"], System.Globalization.CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _stamps = lexicon.Rows("Language/Tokens/stamps")
            .ToFrozenDictionary(row => row["word"], row => Enum.Parse<StampKind>(row["kind"], ignoreCase: true), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _prefixes = Set(lexicon, "prefixes", "prefix");
        _units = Set(lexicon, "units", "unit");
        _starters = Set(lexicon, "starters", "word");
    }

    public static TokenTables Default { get; } = new(Lexicon.Default);

    public AbbreviationKind Abbreviation(ReadOnlySpan<char> form) =>
        form.Length < 12 && _abbreviations.TryGetValue(form, out var kind) ? kind : AbbreviationKind.None;

    /// <summary>The length of the first part of a contraction written without an apostrophe, 0 for other words.</summary>
    public int Contraction(ReadOnlySpan<char> word) => word.Length < 12 && _contractions.TryGetValue(word, out var first) ? first : 0;

    /// <summary>What a word is in the date or time before an entry.</summary>
    public StampKind Stamp(ReadOnlySpan<char> word) => word.Length < 12 && _stamps.TryGetValue(word, out var kind) ? kind : StampKind.None;

    public bool IsPrefix(ReadOnlySpan<char> word) => _prefixes.Contains(word);

    public bool IsUnit(ReadOnlySpan<char> word) => _units.Contains(word);

    /// <summary>Whether the word, capitalised, is more likely a sentence's first word than a name.</summary>
    public bool IsStarter(ReadOnlySpan<char> word) => _starters.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(Lexicon lexicon, string table, string column) =>
        lexicon.Rows("Language/Tokens/" + table).Select(row => row[column]).ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
