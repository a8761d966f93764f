using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Entities;

/// <summary>Towns that stand for an organization whose seat they are: Entities/seats.tsv. Immutable.</summary>
internal sealed class Seats
{
    private readonly Dictionary<string, (ActorAnswer Organization, bool Alone)> _byTown = new(StringComparer.Ordinal);

    private Seats(KnowledgeBase knowledge, Lexicon lexicon)
    {
        foreach (var row in lexicon.Rows("Entities/seats"))
        {
            ActorName? organization = null;
            foreach (var name in knowledge.Names.Find(NameKey.Of(row["organization"])))
                if (name.Organization is not null)
                    organization ??= name;
            if (organization is null)
                throw row.Error($"'{row["organization"]}' is no organization that Knowledge/organizations*.tsv knows.");
            _byTown[NameKey.Of(row["name"])] = (ActorReader.OfOrganization(organization), row["alone"] == "yes");
        }
    }

    /// <summary>Reads the table.</summary>
    /// <exception cref="LexiconException">An organization is unknown.</exception>
    public static Seats Load(KnowledgeBase knowledge, Lexicon lexicon) => new(knowledge, lexicon);

    /// <summary>The organization that a town's name stands for; null where it is the town, or its state's government.</summary>
    public ActorAnswer? Of(MentionDraft mention, List<MentionDraft> mentions, SentenceList sentences)
    {
        if (mention.Answer.Kind is not (EntityKind.Place or EntityKind.State) || !_byTown.TryGetValue(mention.Key, out var seat) || !Acts(sentences[mention.Sentence], mention.Head))
            return null;
        int organization = 0, state = 0;
        foreach (var other in mentions)
        {
            if (other.Key == mention.Key)
                continue;
            if (other.Answer.Country == seat.Organization.Country)
                organization++;
            else if (other.Answer.Country == mention.Answer.Country)
                state++;
        }
        return organization > state || seat.Alone && state == 0 ? seat.Organization : null;
    }

    private static bool Acts(Sentence sentence, int head) =>
        sentence[head].Relation is Deprel.nsubj or Deprel.nmod_poss or Deprel.obl_agent || sentence[head].Relation is Deprel.obj or Deprel.iobj && sentence.Child(head, Deprel.@case) < 0;
}
