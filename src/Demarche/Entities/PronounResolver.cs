using Demarche.Documents;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Entities;

/// <summary>
/// Whom a pronoun stands for: by person, number, gender, and how near and how prominent a candidate is. "I" and "we" inside a
/// statement are its speaker. After the salience measure of Lappin and Leass (1994), over dependency relations.
/// </summary>
internal sealed class PronounResolver(SentenceList sentences, StatementLayer statements)
{
    private const int Window = 4;
    private readonly ILookup<TokenRef, Statement> _saidBy = statements.All.Where(one => one.SpeakerHead is not null).ToLookup(one => one.SpeakerHead!.Value);

    /// <summary>Puts the pronouns among the mentions into chains, in reading order; those without an antecedent stay out.</summary>
    public void Run(List<MentionDraft> mentions, List<Chain> chains)
    {
        var byHead = new Dictionary<TokenRef, MentionDraft>();
        foreach (var mention in mentions)
            byHead.TryAdd(new(mention.Sentence, mention.Head), mention);
        List<MentionDraft> before = [];
        foreach (var mention in mentions)
        {
            if (mention.Form == MentionForm.Pronoun)
            {
                if (Antecedent(mention, before, byHead) is not { } chain)
                    continue;
                chain.Add(mention);
                if (chain.Gender == 'u')
                    chain.Gender = GenderOf(mention.Key);
            }
            before.Add(mention);
        }
        foreach (var chain in chains)
            chain.Mentions.Sort((one, other) => one.Sentence != other.Sentence ? one.Sentence.CompareTo(other.Sentence) : one.First.CompareTo(other.First));
    }

    private Chain? Antecedent(MentionDraft pronoun, List<MentionDraft> before, Dictionary<TokenRef, MentionDraft> byHead)
    {
        if (pronoun.SameAs is { Chain: { } antecedent })
            return antecedent;
        var token = sentences[pronoun.Sentence][pronoun.Head];
        var statement = statements.At(token.Span.Begin);
        var speaker = statement?.SpeakerHead is { } head && byHead.TryGetValue(head, out var named) ? named.Chain : null;
        switch (pronoun.Key)
        {
            case "i" or "me" or "my" or "mine" or "we" or "us" or "our" or "ours":
                return speaker;
            case "you" or "your":
                return statement?.Addressees is [var first, ..] && byHead.TryGetValue(first, out var addressee) ? addressee.Chain : null;
        }
        // Somebody who is quoted does not say "he" of himself.
        var excluded = statement is { Kind: StatementKind.Direct } ? speaker : null;
        var pronounAt = new TokenRef(pronoun.Sentence, pronoun.Head);
        var (own, isSpeaker) = (_saidBy[pronounAt], _saidBy.Contains(pronounAt));
        Chain? best = null;
        var bestScore = 0.0;
        for (var i = before.Count - 1; i >= 0; i--)
        {
            var candidate = before[i];
            if (pronoun.Sentence - candidate.Sentence > Window)
                break;
            if (candidate.Chain is not { } chain || chain == excluded || !Agrees(pronoun, candidate, chain) || IsBound(pronoun, candidate, before) || IsTold(candidate, own))
                continue;
            var score = Score(pronoun, candidate, isSpeaker);
            if (score > bestScore)
                (best, bestScore) = (chain, score);
        }
        return best;
    }

    private double Score(MentionDraft pronoun, MentionDraft candidate, bool isSpeaker)
    {
        var sentence = sentences[candidate.Sentence];
        var score = sentence[candidate.Head].Relation switch
        {
            Deprel.nsubj or Deprel.nsubj_pass => 80,
            Deprel.obj or Deprel.obl_agent => 50,
            Deprel.iobj => 40,
            Deprel.obl => 30,
            Deprel.nmod_poss => 35,
            Deprel.conj => 40,
            _ => 20.0,
        };
        if (candidate.Form is MentionForm.Name)
            score += 10;
        if (candidate.Form is MentionForm.Demonym)
            score -= 15;
        // "His lawyer said that he was ill": whom somebody belongs to is talked of more than who belongs to somebody.
        if (candidate.Form is MentionForm.Nominal && candidate.Sentence == pronoun.Sentence && sentence.Child(candidate.Head, Deprel.nmod_poss) >= 0)
            score -= 45;
        score += Math.Min(candidate.Chain!.Mentions.Count, 8) * 3;
        // "Lavrov said that Saakashvili … He added": who spoke speaks on
        if (isSpeaker && _saidBy.Contains(new(candidate.Sentence, candidate.Head)))
            score += 40;
        var distance = pronoun.Sentence - candidate.Sentence;
        if (distance == 0)
            score += 20;
        return score * Math.Pow(0.55, distance);
    }

    /// <summary>"Tsvangirai, he said, was free": somebody of whom a speaker tells is not the speaker.</summary>
    private bool IsTold(MentionDraft candidate, IEnumerable<Statement> own)
    {
        var at = sentences[candidate.Sentence][candidate.Head].Span.Begin;
        foreach (var statement in own)
            foreach (var part in statement.Content)
                if (part.Contains(at))
                    return true;
        return false;
    }

    private static bool Agrees(MentionDraft pronoun, MentionDraft candidate, Chain chain)
    {
        switch (pronoun.Key)
        {
            case "he" or "him" or "his" or "himself":
                return chain.IsPerson && !chain.IsPlural && chain.Gender != 'f';
            case "she" or "her" or "hers" or "herself":
                return chain.IsPerson && !chain.IsPlural && chain.Gender != 'm';
            case "it" or "its" or "itself":
                return !chain.IsPerson && (chain.Kind == EntityKind.Group ? !candidate.IsPlural && candidate.Form == MentionForm.Nominal : !chain.IsPlural) && candidate.Form != MentionForm.Demonym;
            default:
                return chain.IsPlural || chain.Kind is EntityKind.Group or EntityKind.Organization;
        }
    }

    /// <summary>A pronoun cannot stand for another argument of its own verb ("Maduro accused him"), unless it is possessive or reflexive.</summary>
    private bool IsBound(MentionDraft pronoun, MentionDraft candidate, List<MentionDraft> before)
    {
        if (IsBound(pronoun, candidate))
            return true;
        // "President Trump recognized him": the title and the name are one.
        for (var i = before.Count - 1; i >= 0 && before[i].Sentence >= candidate.Sentence; i--)
            if (before[i].Chain == candidate.Chain && before[i] != candidate && IsBound(pronoun, before[i]))
                return true;
        return false;
    }

    private bool IsBound(MentionDraft pronoun, MentionDraft candidate)
    {
        if (pronoun.Sentence != candidate.Sentence)
            return false;
        var sentence = sentences[pronoun.Sentence];
        if (pronoun.Key.EndsWith("self", StringComparison.Ordinal) || pronoun.Key.EndsWith("selves", StringComparison.Ordinal))
            return false;
        if (sentence[pronoun.Head].Relation == Deprel.nmod_poss)
            return sentence.IsUnder(pronoun.Head, candidate.Head);
        return sentence[pronoun.Head].Head == sentence[candidate.Head].Head && sentence[candidate.Head].Relation != Deprel.conj
            || IsSharedSubject(sentence, sentence[pronoun.Head].Head, candidate.Head);
    }

    /// <summary>"The general called it a lie and accused him", "vowed to arrest him": the subject that the pronoun's verb has from another.</summary>
    private static bool IsSharedSubject(Sentence sentence, int verb, int candidate)
    {
        if (sentence[candidate].Relation is not (Deprel.nsubj or Deprel.nsubj_pass))
            return false;
        for (var steps = 0; verb >= 0 && steps < 4; steps++)
        {
            if (sentence.Child(verb, Deprel.nsubj) is >= 0 and var subject || (subject = sentence.Child(verb, Deprel.nsubj_pass)) >= 0)
                return subject == candidate;
            if (sentence[verb].Relation is not (Deprel.conj or Deprel.xcomp or Deprel.advcl) || sentence[verb].Relation == Deprel.xcomp && sentence.Child(sentence[verb].Head, Deprel.obj) >= 0)
                return false;
            verb = sentence[verb].Head;
        }
        return false;
    }

    private static char GenderOf(string pronoun) => pronoun switch
    {
        "he" or "him" or "his" or "himself" => 'm',
        "she" or "her" or "hers" or "herself" => 'f',
        _ => 'u',
    };
}
