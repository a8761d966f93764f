using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Demarche.Reading.Cleaning;

/// <summary>What a line at the head of an article says about its making: who wrote it, for whom, when.</summary>
/// <param name="Authors">The authors.</param>
/// <param name="Publisher">The publisher.</param>
/// <param name="Published">The day.</param>
internal sealed partial record Byline(ImmutableArray<string> Authors, string? Publisher, DateOnly? Published)
{
    private static readonly string[] Small = ["de", "del", "der", "den", "van", "von", "da", "dos", "di", "la", "le", "el", "al", "bin", "ibn", "ben", "abu", "y", "e", "of", "the", "for"];

    /// <summary>Reads a line; null where it is none of these.</summary>
    public static Byline? Read(string line, CreditLine credits)
    {
        if (line.Length > 300 || Words.Count(line, 41) > 40)
            return null;
        var by = ByWord().Match(line);
        var date = DateText.Find(line);
        if (by.Success)
        {
            var names = line[by.Length..];
            if (date is { } found && found.Begin >= by.Length)
                names = BeforeDate().Replace(line[by.Length..found.Begin], "");
            if (Names(names, credits) is not { } read)
                return null;
            if (date is null && Words.EndsSentence(line) && line[^1] != '.')
                return null;
            return read with { Published = date?.Date };
        }
        if (date is not { } day)
            return null;
        var rest = (line[..day.Begin] + " " + line[day.End..]).Trim();
        rest = InlineMarkup.Tidy(DateWords().Replace(rest, " ")).Trim(' ', ',', '.', '|', '-', '–', '—', '·', '•', ':', '(', ')', ';', '/');
        if (rest.Length == 0)
            return new([], null, day.Date);
        // "The New York Times, Jan. 24, 2019": before the date a name, and nothing of a sentence.
        return day.Begin > 0 && Words.Count(rest) <= 7 && IsName(rest, 7) ? new([], Name(rest), day.Date) : null;
    }

    private static Byline? Names(string text, CreditLine credits)
    {
        var authors = ImmutableArray.CreateBuilder<string>();
        string? publisher = null;
        foreach (var raw in Separators().Split(text.TrimEnd('.')))
        {
            var part = raw.Trim(' ', ',', ':', '-', '–', '—', '|', '(', ')');
            if (part.Length == 0)
                continue;
            if (Role().IsMatch(part))
            {
                // "By Ana Ruiz, Lantern News correspondent": what is left beside the role may name the publisher.
                continue;
            }
            if (!IsName(part, 6))
                return null;
            var inAgency = part.LastIndexOf(" of The ", StringComparison.Ordinal);
            if (inAgency < 0)
                inAgency = part.LastIndexOf(" for The ", StringComparison.Ordinal);
            if (inAgency > 0)
            {
                authors.Add(Name(part[..inAgency]));
                publisher ??= part[(part.IndexOf(' ', inAgency + 1) + 1)..];
            }
            else if (authors.Count > 0 && (credits.IsAgency(part) || part.StartsWith("The ", StringComparison.Ordinal) || PublisherWord().IsMatch(part)))
            {
                publisher ??= part;
            }
            else if (credits.IsAgency(part) || part.StartsWith("The ", StringComparison.Ordinal) || PublisherWord().IsMatch(part))
            {
                publisher ??= part;
            }
            else
            {
                authors.Add(Name(part));
            }
        }
        return authors.Count == 0 && publisher is null ? null : new(authors.ToImmutable(), publisher, null);
    }

    private static bool IsName(string part, int limit)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || words.Length > limit)
            return false;
        foreach (var word in words)
            if (!(char.IsUpper(word[0]) || Array.IndexOf(Small, word) >= 0 || word is "&" or "and" || word[0] is 'd' or 'l' && word.Length > 2 && word[1] is '\'' or '’' || word.StartsWith("al-", StringComparison.Ordinal) || word.StartsWith("el-", StringComparison.Ordinal)))
                return false;
        return char.IsLetter(words[0][0]);
    }

    // "ANA RUIZ" is written as Ana Ruiz would write it; other names stay.
    private static string Name(string part)
    {
        part = InlineMarkup.Tidy(part);
        if (part.Length < 6 || !part.Contains(' ', StringComparison.Ordinal) || part.Any(char.IsLower))
            return part;
        var name = part.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < name.Length; i++)
            if (i == 0 || name[i - 1] is ' ' or '-' or '\'' or '’' or '.')
                name[i] = char.ToUpperInvariant(name[i]);
        return new(name);
    }

    [GeneratedRegex(@"^((written|reported|story|analysis|words|text|article|report|posted|published)\s+)?by:?\s+(?=\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ByWord();

    [GeneratedRegex(@"\s*,\s*(and\s+)?|\s+and\s+|\s+with\s+|\s*[&;|•·/]\s*|\s+[-–—]\s+|\s+in\s+(?=\p{Lu})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\b(correspondent|reporter|editor|staff|writer|bureau|chief|contributor|columnist|analyst|photographer|producer|special to|AP|AFP|PhD)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Role();

    [GeneratedRegex(@"\b(News|Times|Post|Press|Agency|Journal|Tribune|Herald|Guardian|Telegraph|Gazette|Courier|Chronicle|Daily|Reuters|Associated|Network|Broadcasting|Media|Magazine|Wire|Service|Staff)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PublisherWord();

    [GeneratedRegex(@"[\s,|–—-]*\b(((published|posted|updated|last updated|on|at|(mon|tues|wednes|thurs|fri|satur|sun)day)\b[\s:,]*)+)$|[\s,|–—-]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BeforeDate();

    // Words that stand round a date: the day of the week, the hour, "Published", "Updated" and the date of that.
    [GeneratedRegex(@"\b((first )?published|posted|(last )?(updated|modified)|created|date|on|at|mon(day)?|tue(s|sday)?|wed(nesday)?|thu(r|rs|rsday)?|fri(day)?|sat(urday)?|sun(day)?|\d{1,2}[:.]\d\d(:\d\d)?|\d{1,2} ?(?=[ap]\.?m\b)|[ap]\.?m\b\.?|[ECMP][SD]?T|GMT|UTC|BST|CET|CEST|local time)(?![\p{L}\d])|" + DatePart, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DateWords();

    private const string DatePart = @"\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}, \d{4}|\b\d{1,2} (jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]* \d{4}";
}
