using System.Collections.Frozen;
using Demarche.Knowledge;

namespace Demarche.Reading.Cleaning;

/// <summary>
/// Tells a caption by the credit that ends it: "… on Monday. Ana Ruiz/Reuters". The credit is a run of names without a verb after
/// the last sentence, and names an agency, or holds a slash, "for The …" or "via".
/// </summary>
internal sealed class CreditLine
{
    private static readonly FrozenSet<string> Joiners =
        new[] { "and", "for", "via", "of", "by", "the", "de", "del", "der", "van", "von", "da", "dos", "la", "le", "el", "al", "bin", "—", "–", "-", "/", "|", "&", "…" }.ToFrozenSet(StringComparer.Ordinal);
    private readonly string[] _agencies;
    private readonly string[] _leads;
    private readonly string[] _links;

    private CreditLine(string[] agencies, string[] leads, string[] links) => (_agencies, _leads, _links) = (agencies, leads, links);

    /// <summary>Reads the table of agencies.</summary>
    /// <exception cref="LexiconException">A row is broken.</exception>
    public static CreditLine Load(Lexicon lexicon)
    {
        var rows = lexicon.Rows("Reading/credits").ToLookup(row => row["kind"], row => row["name"], StringComparer.Ordinal);
        return new([.. rows["agency"]], [.. rows["lead"]], [.. rows["link"].Select(link => " " + link + " ")]);
    }

    /// <summary>Whether the name is an agency's.</summary>
    public bool IsAgency(string name) => Array.IndexOf(_agencies, name) >= 0;

    /// <summary>Whether the block is a sentence behind which an agency's name stands alone, as agencies sign their last paragraph.</summary>
    public bool IsSigned(string block)
    {
        var end = block.LastIndexOf(". ", StringComparison.Ordinal);
        return end > 60 && IsAgency(block[(end + 2)..]);
    }

    /// <summary>Whether a credit ends the block, or is all of it.</summary>
    public bool Ends(string block)
    {
        if (block.Length < 2 || block[^1] is '.' or '!' or '?' or ',' or '”' or '"')
            return false;
        var from = Math.Max(0, block.Length - 160);
        if (block[^1] is ')' or ']')
        {
            var open = block.LastIndexOf(block[^1] == ')' ? '(' : '[');
            return open >= from && IsCredit(block.AsSpan(open + 1, block.Length - open - 2).Trim(), bracketed: block[^1] == ')');
        }
        // Initials have full stops too, so each end of a sentence is tried, the last one first.
        for (var at = block.Length - 2; at >= from; at--)
        {
            var isEnd = block[at] == ' ' && at > 0 && (block[at - 1] is '.' or '!' or '?' || block[at - 1] is '”' or '"' or ')' && at > 1 && block[at - 2] is '.' or '!' or '?' or ',');
            if (isEnd && IsCredit(block.AsSpan(at + 1), bracketed: false))
                return true;
        }
        // Pages that lose their line ends run the two together: "… on Tuesday.CreditAna Ruiz".
        var joint = block.IndexOf(".Credit", from, StringComparison.Ordinal);
        if (joint >= 0 && AreNames(block.AsSpan(joint + 7).Trim(".: ")))
            return true;
        return block.Length <= 160 && IsCredit(block, bracketed: false);
    }

    private bool IsCredit(ReadOnlySpan<char> tail, bool bracketed)
    {
        if (tail.Length < 2 || Words.Count(tail, 14) > 13)
            return false;
        foreach (var lead in _leads)
            if (tail.StartsWith(lead, StringComparison.Ordinal) && (tail.Length == lead.Length || tail[lead.Length] is ':' or ' ' or '/' || lead[^1] == '.')
                && AreNames(tail[lead.Length..].TrimStart(": /")))
                return true;
        if (!AreNames(tail))
            return false;
        if (EndsWithAgency(tail, out var alone) && !(bracketed && alone))
            return true;
        var slash = tail.IndexOf('/');
        if (slash > 0 && slash < tail.Length - 1 && char.IsUpper(tail[0]) && (char.IsUpper(tail[slash + 1]) || tail[slash + 1] == ' '))
            return true;
        foreach (var link in _links)
            if (tail.IndexOf(link, StringComparison.Ordinal) is var at and > 0 && Words.Count(tail[..at]) >= 2)
                return true;
        return false;
    }

    private bool EndsWithAgency(ReadOnlySpan<char> tail, out bool alone)
    {
        alone = false;
        foreach (var agency in _agencies)
        {
            if (tail.EndsWith(agency, StringComparison.Ordinal) && (tail.Length == agency.Length || !char.IsLetter(tail[^(agency.Length + 1)])))
            {
                alone = tail.Length == agency.Length;
                return true;
            }
            if (tail.Length > agency.Length && tail.StartsWith(agency, StringComparison.Ordinal) && tail[agency.Length] == '/')
                return true;
        }
        return false;
    }

    private static bool AreNames(ReadOnlySpan<char> words)
    {
        foreach (var range in words.Split(' '))
        {
            var word = words[range].Trim("(),.:;'\"“”‘’");
            if (word.IsEmpty || char.IsUpper(word[0]) || char.IsDigit(word[0]) || word[0] is '@' or '©')
                continue;
            if (!Joiners.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) && word is not "dpa" && word is not "iStock")
                return false;
        }
        return true;
    }
}
