using Demarche.Documents;
using Demarche.Entities;
using Demarche.Events.RuleLanguage;
using Demarche.Language;

namespace Demarche.Events.Grammar;

/// <summary>What part somebody has in public life, least first.</summary>
internal enum Standing : byte
{
    /// <summary>No party at all: what is not known to be anybody, and people in general ("many people").</summary>
    Anybody,
    /// <summary>Somebody of whom no more than the name is known.</summary>
    Private,
    /// <summary>People and bodies of civil life: the press, companies, unions, believers.</summary>
    Civil,
    /// <summary>Somebody of a known state, without more.</summary>
    National,
    /// <summary>States, their organs, armed groups, parties, international bodies.</summary>
    Political,
}

/// <summary>The standing of a document's entities. One thread, one document.</summary>
internal sealed class Standings(SentenceList sentences, EventWords words)
{
    private readonly Dictionary<Entity, Standing> _known = new(ReferenceEqualityComparer.Instance);

    public Standing Of(Entity entity)
    {
        if (!_known.TryGetValue(entity, out var standing))
            _known[entity] = standing = Judge(entity);
        return standing;
    }

    /// <summary>The highest standing among entities; <see cref="Standing.Anybody"/> where there are none.</summary>
    public Standing Best(List<Entity> entities)
    {
        var best = Standing.Anybody;
        foreach (var entity in entities)
            if (Of(entity) is var standing && standing > best)
                best = standing;
        return best;
    }

    private Standing Judge(Entity entity)
    {
        if (PoliticalStanding.IsPolitical(entity))
            return Standing.Political;
        if (entity.Country is not null && entity.Kind is not EntityKind.Place || IsBody(entity))
            return Standing.National;
        if (entity.Kind is EntityKind.Unknown || (entity.Kind is EntityKind.Person or EntityKind.Group && IsGeneral(entity)))
            return Standing.Anybody;
        return entity.Sectors.Length > 0 ? Standing.Civil : Standing.Private;
    }

    /// <summary>Whether the first mention is headed, or ends, with a noun for a public body ("seventy countries", "Delhi Police").</summary>
    private bool IsBody(Entity entity)
    {
        foreach (var mention in entity.Mentions)
            if (mention.Form is MentionForm.Name or MentionForm.Nominal)
                return IsBody(mention.Sentence, mention.Head) || (mention.Form == MentionForm.Name && IsBody(mention.Sentence, mention.Last));
        return false;
    }

    private bool IsBody(int sentence, int token)
    {
        var word = sentences[sentence][token];
        return words.Bodies.Contains(word.Lemma) || (word.Upos == Upos.PROPN && words.Bodies.Contains(word.Form.ToLowerInvariant()));
    }

    /// <summary>Whether an entity is never named, and its nouns are those for people in general.</summary>
    private bool IsGeneral(Entity entity)
    {
        foreach (var mention in entity.Mentions)
            if (mention.Form != MentionForm.Pronoun && (mention.Form != MentionForm.Nominal || !words.General.Contains(sentences[mention.Sentence][mention.Head].Lemma)))
                return false;
        return true;
    }
}
