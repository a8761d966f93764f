using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Entities;

/// <summary>
/// Gives every statement's speaker, and those it is said to, a mention: a noun that no table knows ("a mechanic", "witnesses"), a name that the tagger missed, a
/// relative pronoun, which is its antecedent, and a document, which speaks for its owner ("the Council's statement").
/// </summary>
internal sealed class SpeakerMentions(HashSet<string> documents)
{
    /// <summary>Reads the nouns for what is said or written by somebody: Entities/documents.tsv.</summary>
    public static SpeakerMentions Load(Lexicon lexicon) =>
        new(lexicon.Rows("Entities/documents").Select(row => row["noun"]).ToHashSet(StringComparer.Ordinal));

    /// <summary>Adds the mentions that are missing, to the list of their sentence.</summary>
    public void Add(SentenceList sentences, StatementLayer statements, List<List<MentionDraft>> found)
    {
        foreach (var statement in statements.All)
        {
            if (statement.SpeakerHead is { } speaker)
                Add(sentences, speaker, found);
            foreach (var addressee in statement.Addressees)
                Add(sentences, addressee, found);
        }
    }

    private void Add(SentenceList sentences, TokenRef at, List<List<MentionDraft>> found)
    {
        if (found[at.Sentence].Exists(mention => mention.Head == at.Token))
            return;
        var sentence = sentences[at.Sentence];
        var mentions = found[at.Sentence];
        if (mentions.Exists(mention => mention.First <= at.Token && at.Token <= mention.Last && mention.Form != MentionForm.Pronoun && mention.Head != at.Token
            && sentence[at.Token].Upos == Upos.PROPN))
            return;
        if (Draft(sentence, at.Sentence, at.Token, mentions) is not { } draft)
            return;
        mentions.Add(draft);
        mentions.Sort((one, other) => one.Head != other.Head ? one.Head.CompareTo(other.Head) : one.First.CompareTo(other.First));
    }

    private MentionDraft? Draft(Sentence sentence, int number, int token, List<MentionDraft> mentions)
    {
        var word = sentence[token];
        if (word.Upos is Upos.PRON or Upos.DET && word.Lemma is "who" or "which" or "that" or "whose")
        {
            var antecedent = Antecedent(sentence, token);
            if (mentions.Find(mention => mention.Head == antecedent) is not { } named)
                return null;
            var relative = New(sentence, number, token, token, token, MentionForm.Pronoun, word.Lemma);
            relative.SameAs = named;
            return relative;
        }
        if (word.Upos is not (Upos.NOUN or Upos.PROPN or Upos.NUM or Upos.ADJ or Upos.PRON) || word.Upos == Upos.PRON && word.Is(Features.Prs))
            return null;
        var (first, last) = NounPhrase.Core(sentence, token);
        var form = word.Upos == Upos.PROPN ? MentionForm.Name : MentionForm.Nominal;
        var draft = New(sentence, number, first, last, token, form, word.Lemma);
        if (documents.Contains(word.Lemma) && Owner(sentence, token, mentions) is { } owner)
            draft.SameAs = owner;
        return draft;
    }

    private static MentionDraft New(Sentence sentence, int number, int first, int last, int head, MentionForm form, string lemma) => new()
    {
        Sentence = number, First = first, Last = last, Head = head, Form = form, Lemma = lemma,
        Key = NameKey.Of(string.Join(' ', Enumerable.Range(first, last - first + 1).Where(i => sentence[i].Upos is not (Upos.DET or Upos.PUNCT)).Select(i => sentence[i].Form))),
        NameType = form == MentionForm.Name ? NameType.Person : null,
        IsPlural = sentence[head].Is(Features.Plur), IsDefinite = NounPhrase.IsDefinite(sentence, head),
        Answer = new() { Kind = form == MentionForm.Name ? EntityKind.Person : EntityKind.Unknown, IsPlural = sentence[head].Is(Features.Plur) },
    };

    /// <summary>The noun that a relative clause hangs on, seen from its pronoun.</summary>
    private static int Antecedent(Sentence sentence, int token)
    {
        for (var at = token; at >= 0; at = sentence[at].Head)
            if (sentence[at].Relation is Deprel.acl_relcl or Deprel.acl)
                return Named(sentence, sentence[at].Head, token);
        return -1;
    }

    /// <summary>"Yugoslavia's smaller republic, Montenegro, whose government": the name in apposition, where one stands between.</summary>
    private static int Named(Sentence sentence, int noun, int pronoun)
    {
        foreach (var child in sentence.Children(noun))
            if (sentence[child].Relation == Deprel.appos && child > noun && child < pronoun && sentence[child].Upos == Upos.PROPN)
                return child;
        return noun;
    }

    /// <summary>Whose document it is: its possessor, else the name behind "of", "by", "from" or "on", else the name before it.</summary>
    private static MentionDraft? Owner(Sentence sentence, int token, List<MentionDraft> mentions)
    {
        MentionDraft? best = null;
        foreach (var relation in (ReadOnlySpan<Deprel>)[Deprel.nmod_poss, Deprel.nmod, Deprel.compound, Deprel.amod])
            foreach (var child in sentence.Children(token))
                if (best is null && sentence[child].Relation == relation)
                    best = mentions.Find(mention => (mention.Form != MentionForm.Nominal || relation == Deprel.nmod_poss) && (mention.Head == child || mention.First <= child && child <= mention.Last));
        return best;
    }
}
