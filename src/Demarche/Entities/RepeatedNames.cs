using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Entities;

/// <summary>Names that the tagger found in one place of a document and passed over in another.</summary>
internal static class RepeatedNames
{
    private const int Longest = 4;

    /// <summary>Adds the missed repetitions in all sentences.</summary>
    public static void Add(SentenceList sentences, List<List<MentionDraft>> found)
    {
        var names = new Dictionary<string, MentionDraft>(StringComparer.Ordinal);
        foreach (var mentions in found)
            foreach (var mention in mentions)
                if (mention is { Form: MentionForm.Name, NameType: not null, Answer.Kind: not EntityKind.State, Key.Length: > 1 })
                    names.TryAdd(mention.Key, mention);
        if (names.Count == 0)
            return;
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var number = 0; number < sentences.Count; number++)
        {
            var sentence = sentences[number];
            KeyedWords? words = null;
            bool[]? taken = null;
            var before = found[number].Count;
            for (var token = 0; token < sentence.Count; token++)
            {
                if (!IsName(sentence, token) || (taken ??= MissedNames.Taken(sentence, found[number]))[token])
                    continue;
                words ??= KeyedWords.Of(sentence);
                for (var last = Math.Min(token + Longest, sentence.Count) - 1; last >= token; last--)
                {
                    if (!IsName(sentence, last) || taken[last] || !lookup.TryGetValue(words.KeyOf(token, last), out var name) || IsPart(sentence, token, last))
                        continue;
                    found[number].Add(new()
                    {
                        Sentence = number, First = token, Last = last, Head = NounPhrase.HeadOf(sentence, token, last), Form = MentionForm.Name,
                        NameType = name.NameType, Key = name.Key, Gender = name.Gender, Answer = name.Answer, IsPlural = name.IsPlural,
                    });
                    token = last;
                    break;
                }
            }
            if (found[number].Count > before)
                found[number].Sort((one, other) => one.Head != other.Head ? one.Head.CompareTo(other.Head) : one.First.CompareTo(other.First));
        }
    }

    private static bool IsName(Sentence sentence, int token) => sentence[token].Upos == Upos.PROPN && char.IsUpper(sentence[token].Form[0]);

    /// <summary>Whether the words are part of a longer run of capitals, which may be another's name ("Warhol" in "Warhol Museum").</summary>
    private static bool IsPart(Sentence sentence, int first, int last) =>
        first > 0 && IsName(sentence, first - 1) && sentence[first - 1].Span.End + 1 >= sentence[first].Span.Begin && sentence[first].Relation is Deprel.flat
        || last + 1 < sentence.Count && IsName(sentence, last + 1) && sentence[last + 1].Relation == Deprel.flat;
}
