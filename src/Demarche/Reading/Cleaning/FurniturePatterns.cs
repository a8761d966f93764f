using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Demarche.Knowledge;

namespace Demarche.Reading.Cleaning;

/// <summary>The patterns of furniture.tsv: what stands on pages but is not the article.</summary>
internal sealed class FurniturePatterns
{
    private const string Table = "Reading/furniture";
    private static readonly string[] Kinds = ["caption", "promo", "notice", "byline", "repeat", "link", "headline", "other"];
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private readonly ImmutableArray<Pattern> _patterns;
    private readonly int _longest;

    private FurniturePatterns(ImmutableArray<Pattern> patterns)
    {
        _patterns = patterns;
        _longest = patterns.IsEmpty ? 0 : patterns.Max(pattern => pattern.Words);
    }

    /// <summary>Reads the tables.</summary>
    /// <exception cref="LexiconException">A pattern is broken.</exception>
    public static FurniturePatterns Load(Lexicon lexicon) => new([.. lexicon.Rows(Table).Select(Read)]);

    /// <summary>The kind of furniture that a block is; null for the article's own.</summary>
    public string? KindOf(string block, int words, bool atTail)
    {
        if (words > _longest)
            return null;
        foreach (var pattern in _patterns)
            if (words <= pattern.Words && (atTail || !pattern.AtTail) && pattern.Matches(block))
                return pattern.Kind;
        return null;
    }

    private static Pattern Read(TsvRow row)
    {
        if (!Kinds.Contains(row["kind"], StringComparer.Ordinal))
            throw row.Error($"the kind '{row["kind"]}' is none of {string.Join(", ", Kinds)}.");
        if (!int.TryParse(row["words"], NumberStyles.None, CultureInfo.InvariantCulture, out var words))
            throw row.Error("the column 'words' must hold a number.");
        var pattern = row["scope"] switch
        {
            "whole" or "tail" => "^(?:" + row["pattern"] + ")$",
            "start" => "^(?:" + row["pattern"] + ")",
            "any" => row["pattern"],
            var other => throw row.Error($"the scope '{other}' is none of whole, start, any, tail."),
        };
        var options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | (row["case"] == "i" ? RegexOptions.IgnoreCase : 0);
        try
        {
            return new(row["kind"], words, row["scope"] == "tail", row.List("needs"), new(pattern, options, Patience));
        }
        catch (ArgumentException broken)
        {
            throw row.Error($"the pattern is no regular expression: {broken.Message}");
        }
    }

    private sealed record Pattern(string Kind, int Words, bool AtTail, string[] Needs, Regex Regex)
    {
        public bool Matches(string block)
        {
            if (Needs.Length > 0 && !Array.Exists(Needs, word => block.Contains(word, StringComparison.OrdinalIgnoreCase)))
                return false;
            try
            {
                return Regex.IsMatch(block);
            }
            catch (RegexMatchTimeoutException)
            {
                return false;
            }
        }
    }
}
