using Demarche.Knowledge;

namespace Demarche.Entities.Phrases;

/// <summary>People by names that the tables do not spell: a surname alone, initials, a middle name more or less.</summary>
internal static class PersonNames
{
    // Years after which a surname alone no longer stands for somebody who has left a high office.
    private const int YearsRemembered = 12;

    /// <summary>The person whom a name of several words stands for, where the given and the last name agree with one person's alone.</summary>
    public static KnownPerson? Full(KnowledgeBase knowledge, KeyedWords words, int first, int last, DateOnly? date)
    {
        KnownPerson? best = null;
        var bestRank = 0;
        foreach (var person in knowledge.Names.WithSurname(words.KeyOf(last, last)))
        {
            if (!Agrees(person, words, first, last))
                continue;
            var rank = IsAt(person, date) ? 2 : 1;
            if (rank == bestRank && best != person)
                return null;
            if (rank > bestRank)
                (best, bestRank) = (person, rank);
        }
        return best;
    }

    /// <summary>The person whom a surname stands for: with a title, one with that office or country; without, who holds or held a high office.</summary>
    public static KnownPerson? Surname(KnowledgeBase knowledge, KeyedWords words, int last, string? office, string? country, bool hasTitle, DateOnly? date)
    {
        KnownPerson? best = null;
        long bestRank = 0;
        var isTie = false;
        foreach (var person in knowledge.Names.WithSurname(words.KeyOf(last, last)))
        {
            long rank = 0;
            foreach (var tenure in person.Tenures)
                rank = Math.Max(rank, RankOf(tenure, office, country, hasTitle, date));
            if (rank == bestRank && rank > 0)
                isTie = true;
            if (rank > bestRank)
                (best, bestRank, isTie) = (person, rank, false);
        }
        return isTie ? null : best;
    }

    private static long RankOf(Tenure tenure, string? office, string? country, bool hasTitle, DateOnly? date)
    {
        if (country is not null && tenure.Country != country)
            return 0;
        var isHigh = IsHigh(tenure.Office);
        var isOffice = office is not null && tenure.Office is { } held && held.AsSpan(held.IndexOf(':', StringComparison.Ordinal) + 1).SequenceEqual(office);
        if (hasTitle ? office is not null && !isOffice : !isHigh)
            return 0;
        if (tenure.Days.Holds(date))
            return 1_000_000 + (isHigh ? 100_000 : 0);
        var day = date ?? DateOnly.MaxValue;
        if (tenure.Days.To > day)
            return 0;
        var years = (day.DayNumber - tenure.Days.To.DayNumber) / 365;
        return years > YearsRemembered && date is not null ? 0 : 500_000 - (day.DayNumber - tenure.Days.To.DayNumber) / 2;
    }

    private static bool IsHigh(string? office) => office is not null && office.AsSpan(office.IndexOf(':', StringComparison.Ordinal) + 1) is
        "president" or "prime_minister" or "chancellor" or "premier" or "supreme_leader" or "general_secretary" or "head_of_state" or "head_of_government" or "junta_chair" or "monarch";

    /// <summary>Whether somebody holds something at a day.</summary>
    public static bool IsAt(KnownPerson person, DateOnly? date)
    {
        foreach (var tenure in person.Tenures)
            if (tenure.Days.Holds(date))
                return true;
        return false;
    }

    /// <summary>Whether the first names agree, by letters or by an initial, and no middle name contradicts.</summary>
    private static bool Agrees(KnownPerson person, KeyedWords words, int first, int last)
    {
        foreach (var spelling in person.Names)
        {
            var key = NameKey.Of(spelling);
            var blank = key.IndexOf(' ', StringComparison.Ordinal);
            if (blank < 0)
                continue;
            var theirs = key.AsSpan(0, blank);
            var ours = words.KeyOf(first, first);
            if (ours.IndexOf(' ') is > 0 and var inner)
                ours = ours[..inner];
            var isInitial = ours.Length <= 2 && ours.Length > 0 && theirs.StartsWith(ours[..1]) || theirs.Length == 1 && ours.StartsWith(theirs);
            if (!isInitial && !ours.SequenceEqual(theirs))
                continue;
            // "Juan Carlos Jobet" is not "Juan Pérez": with an initial, or where both have middle names, these must agree in a letter.
            var theirMiddle = key.AsSpan(blank + 1);
            var firstOfMiddle = first + 1;
            while (firstOfMiddle < last && words.IsEmpty(firstOfMiddle))
                firstOfMiddle++;
            if (firstOfMiddle >= last)
                return !isInitial || ours.Length == 2 && theirMiddle.StartsWith(ours[1..]) || ours.Length == 1;
            if (theirMiddle.Contains(' ') && words.KeyOf(firstOfMiddle, firstOfMiddle) is { Length: > 0 } middle)
            {
                if (middle.StartsWith(theirMiddle[..1]))
                    return true;
                continue;
            }
            return !isInitial;
        }
        return false;
    }
}
