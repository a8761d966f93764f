using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Entities;

/// <summary>
/// Names of people that the tagger passes over: what stands behind a courtesy title ("Mr. Guaidó"), and words that end the full name
/// of somebody whom the article names elsewhere.
/// </summary>
internal static class MissedNames
{
    /// <summary>Adds the missed names of all sentences.</summary>
    public static void Add(SentenceList sentences, KnowledgeBase knowledge, List<List<MentionDraft>> found)
    {
        var surnames = Surnames(found);
        for (var number = 0; number < sentences.Count; number++)
        {
            var sentence = sentences[number];
            bool[]? taken = null;
            var before = found[number].Count;
            for (var token = 0; token < sentence.Count; token++)
            {
                if (sentence[token].Upos != Upos.PROPN || !char.IsUpper(sentence[token].Form[0]) || (taken ??= Taken(sentence, found[number]))[token])
                    continue;
                var isTitled = token > 0 && knowledge.Titles.Find(NameKey.Of(sentence[token - 1].Form)) is { Kind: "courtesy" };
                if (!isTitled && (surnames.Count == 0 || !surnames.Contains(NameKey.Of(sentence[token].Form)) || sentence[token].Relation is Deprel.compound or Deprel.flat))
                    continue;
                if (knowledge.Titles.Find(NameKey.Of(sentence[token].Form)) is not null)
                    continue;
                var last = token;
                while (isTitled && last + 1 < sentence.Count && sentence[last + 1].Upos == Upos.PROPN && sentence[last + 1].Relation == Deprel.flat && !taken[last + 1])
                    last++;
                var gender = isTitled ? knowledge.Titles.Find(NameKey.Of(sentence[token - 1].Form))!.Gender : 'u';
                found[number].Add(new()
                {
                    Sentence = number, First = token, Last = last, Head = NounPhrase.HeadOf(sentence, token, last), Form = MentionForm.Name, NameType = NameType.Person,
                    Key = KeyedWords.Of(sentence).KeyOf(token, last).ToString(), Gender = gender, Answer = new() { Kind = EntityKind.Person, Gender = gender },
                });
                token = last;
            }
            if (found[number].Count > before)
                found[number].Sort((one, other) => one.Head != other.Head ? one.Head.CompareTo(other.Head) : one.First.CompareTo(other.First));
        }
    }

    private static HashSet<string> Surnames(List<List<MentionDraft>> found)
    {
        HashSet<string> surnames = new(StringComparer.Ordinal);
        foreach (var mentions in found)
            foreach (var mention in mentions)
                if (mention is { Form: MentionForm.Name, NameType: NameType.Person } && mention.Key.LastIndexOf(' ') is > 0 and var blank)
                    surnames.Add(mention.Key[(blank + 1)..]);
        return surnames;
    }

    internal static bool[] Taken(Sentence sentence, List<MentionDraft> mentions)
    {
        var taken = new bool[sentence.Count];
        foreach (var mention in mentions)
            if (mention.Form is MentionForm.Name or MentionForm.Metonym or MentionForm.Demonym)
                for (var token = mention.First; token <= mention.Last; token++)
                    taken[token] = true;
        return taken;
    }
}
