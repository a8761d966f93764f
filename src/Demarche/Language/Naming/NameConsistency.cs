using System.Collections.Immutable;

namespace Demarche.Language.Naming;

/// <summary>
/// Lets a document's names agree: a name that is told in several sentences is what it is in most of them, a surname alone is
/// the person whose full name stands elsewhere, and a word that was a name elsewhere is found where it was missed.
/// </summary>
internal static class NameConsistency
{
    private static readonly int Types = Enum.GetValues<NameType>().Length;

    public static void Apply(Span<Sentence> sentences)
    {
        Dictionary<string, int[]> votes = new(StringComparer.Ordinal);
        foreach (var sentence in sentences)
            foreach (var name in sentence.Names)
            {
                Vote(votes, Key(sentence, name.First, name.Last), name.Type);
                if (name.Type == NameType.Person && name.Last > name.First && name.Last - name.First < 5)
                    Vote(votes, sentence[name.Last].Form, name.Type);
            }
        if (votes.Count == 0)
            return;
        foreach (ref var sentence in sentences)
        {
            var names = Agreed(sentence, votes);
            if (!names.SequenceEqual(sentence.Names))
                sentence = new(sentence.Span, sentence.Paragraph, sentence.Tokens, names, sentence.Enhanced);
        }
    }

    private static ImmutableArray<NameSpan> Agreed(Sentence sentence, Dictionary<string, int[]> votes)
    {
        var names = ImmutableArray.CreateBuilder<NameSpan>(sentence.Names.Length);
        int next = 0, count = sentence.Names.Length;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (next < count && sentence.Names[next].First == i)
            {
                var name = sentence.Names[next++];
                names.Add(name with { Type = Best(votes[Key(sentence, name.First, name.Last)], name.Type) });
                i = name.Last;
                continue;
            }
            var last = RunEnd(sentence, i, next < count ? sentence.Names[next].First : sentence.Count);
            if (last < i)
                continue;
            if (votes.TryGetValue(Key(sentence, i, last), out var counts) && Missed(counts) is { } type)
                names.Add(new(i, last, type));
            i = last;
        }
        return names.DrainToImmutable();
    }

    /// <summary>The last token of the run of proper nouns that begins here, or less than <paramref name="at"/>.</summary>
    private static int RunEnd(Sentence sentence, int at, int end)
    {
        var last = at - 1;
        while (last + 1 < end && sentence[last + 1].Upos == Upos.PROPN)
            last++;
        return last;
    }

    private static NameType Best(int[] counts, NameType own)
    {
        var best = (int)own;
        for (var i = 0; i < counts.Length; i++)
            if (counts[i] > counts[best])
                best = i;
        return counts[best] >= 3 * counts[(int)own] ? (NameType)best : own;
    }

    private static NameType? Missed(int[] counts)
    {
        var best = Array.IndexOf(counts, counts.Max());
        return counts[best] >= 3 && counts[best] == counts.Sum() ? (NameType)best : null;
    }

    private static void Vote(Dictionary<string, int[]> votes, string key, NameType type)
    {
        if (!votes.TryGetValue(key, out var counts))
            votes[key] = counts = new int[Types];
        counts[(int)type]++;
    }

    private static string Key(Sentence sentence, int first, int last) =>
        first == last ? sentence[first].Form : string.Join(' ', sentence.Tokens.AsSpan()[first..(last + 1)].ToArray().Select(token => token.Form));
}
