using Demarche.Knowledge;

namespace Demarche.Entities;

/// <summary>
/// A name that bodies of several countries bear ("Supreme Court", "Congress", "Labour"): without more words it is the body of the country that
/// the article is about, unless the other country stands beside it.
/// </summary>
internal sealed class Namesakes(KnowledgeBase knowledge, DateOnly? date, string? story)
{
    /// <summary>Who is meant instead of whom the name was read as; null where that stands.</summary>
    public ActorAnswer? Of(MentionDraft mention, List<MentionDraft> mentions)
    {
        if (story is null || mention.Answer is not { Kind: EntityKind.Organization, Country: { Length: 3 } country } || country == story || knowledge.States.ByCode(country) is null)
            return null;
        ActorName? home = null;
        var bearers = 0;
        foreach (var name in knowledge.Names.Find(mention.Key))
            if (name.Organization is { } organization && name.Exact is null && organization.Days.Holds(date))
            {
                bearers++;
                if (organization.Country == story)
                    home ??= name;
            }
        if (bearers < 2 || IsBeside(mention, mentions, country))
            return null;
        if (home is not null)
            return ActorReader.OfOrganization(home);
        // A court or parliament of the country that no table knows.
        return mention.Answer.Sectors is ["LEG" or "JUD" or "GOV", ..] ? new ActorAnswer { Kind = EntityKind.Organization, Country = story, Sectors = mention.Answer.Sectors, Why = "Entities: a name that bodies of several countries bear" } : null;
    }

    private static bool IsBeside(MentionDraft mention, List<MentionDraft> mentions, string country) =>
        mentions.Exists(other => other != mention && other.Key != mention.Key && other.Answer.Country == country && other.Sentence <= mention.Sentence && other.Sentence >= mention.Sentence - 1);
}
