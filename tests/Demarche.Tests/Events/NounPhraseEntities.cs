using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Entities;
using Demarche.Language;

namespace Demarche.Tests.Events;

/// <summary>
/// A stand-in for the entity layer that makes whoever may be a party an entity of its own: names, adjectives of nationality, pronouns and
/// nouns for people, institutions and places. So rules are tested apart from the resolver.
/// </summary>
internal static class NounPhraseEntities
{
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal)
    {
        "president", "chancellor", "minister", "rebel", "leader", "pope", "government", "king", "bank", "journalist", "parliament", "bishop",
        "driver", "press", "protester", "prisoner", "hostage", "militant", "commander", "police", "inspector", "council", "union", "bloc",
        "force", "general", "prosecutor", "company", "mayor", "court", "militia", "worker", "student", "opposition", "troop", "army", "junta",
        "capital", "border", "warlord", "fighter", "lawyer", "authority", "party", "newspaper", "governor", "refugee", "regime", "villager",
        "base", "gunman", "policeman", "agent", "doctor", "demonstrator", "guard", "woman", "militiaman", "church", "man", "soldier", "farmer",
        "guerrilla", "bomber", "mosque", "warplane", "airport", "civilian", "town", "envoy", "senator", "suspect", "official", "diplomat",
        "offensive", "farmers", "regulator", "embassy", "group", "spokesman", "secretary", "lawmaker", "country", "state", "ship", "editor",
        "activist", "teacher", "miner", "crowd", "ambassador", "agency", "ministry", "coalition", "alliance", "team", "crew", "navy", "judge",
        "tribunal", "senate", "congress", "city", "village", "region", "province", "island", "hospital", "school", "university", "patrol",
        "insurgent", "separatist", "officer", "bank", "donor", "navy", "kidnapper", "miner", "mayor", "premier", "emir", "tribe", "chief", "blogger",
        "side", "neighbor", "partner", "migrant", "teacher", "nurse", "trucker", "pirate", "crew", "strikers", "striker", "sailor", "delegation",
        "queen", "junta", "tribesman", "citizen", "national", "employee", "owner", "lawmaker", "opponent", "supporter", "executive", "firm",
        "people", "person", "child", "girl", "boy", "family", "victim", "member", "representative", "delegate", "counterpart", "ally", "enemy",
        "administration", "department", "office", "parliament", "regime", "army", "military", "organization", "organisation", "movement",
        "network", "station", "website", "leadership", "community", "public", "vessel", "tanker", "convoy", "neighbour", "inmate", "detainee",
        "dictator", "strongman", "prince", "princess", "sheikh", "businessman", "tycoon", "writer", "author", "professor", "expert", "analyst", "peacekeeper", "monitor", "observer", "commission", "committee", "dissident", "cleric", "monk", "tribesman",
        "garrison", "tank", "colonel", "jailer", "jet", "youth", "raider", "bodyguard", "frigate", "bus", "hotel", "refinery", "boat", "reporter", "blast", "militant",
        "bandit", "sniper", "settler", "exile", "squadron", "brigade", "warship", "hacker", "smuggler", "asylum", "seeker", "broadcaster", "carmaker", "trader",
        "importer", "exporter", "charity", "agencies", "mission", "fleet", "cabinet", "premier", "commando", "marine", "reservist", "conscript", "pensioner",
    };

    public static EntityLayer Of(SentenceList sentences)
    {
        var all = ImmutableArray.CreateBuilder<Entity>();
        for (var number = 0; number < sentences.Count; number++)
        {
            var sentence = sentences[number];
            for (var token = 0; token < sentence.Count; token++)
                if (IsParty(sentence, token))
                    all.Add(EntityAt(sentence, number, token, all.Count));
        }
        return new(all.ToImmutable());
    }

    private static bool IsParty(Sentence sentence, int token)
    {
        var word = sentence[token];
        if (word.Relation == Deprel.flat || (word.Upos == Upos.PROPN && word.Relation == Deprel.compound && word.Head > token && sentence[word.Head].Upos == Upos.PROPN))
            return false;
        return word.Upos switch
        {
            Upos.PROPN => word.Form is not ("Monday" or "Saturday" or "Friday" or "Sunday"),
            Upos.PRON => word.Xpos is "PRP",
            Upos.NOUN => Nouns.Contains(word.Lemma.TrimEnd('s')) || Nouns.Contains(word.Lemma),
            Upos.ADJ => char.IsUpper(word.Form[0]) && token > 0,
            _ => false,
        };
    }

    private static Entity EntityAt(Sentence sentence, int number, int token, int id)
    {
        int first = token, last = token;
        foreach (var child in sentence.Children(token))
            if (sentence[child].Relation is Deprel.compound or Deprel.flat or Deprel.det or Deprel.amod)
                (first, last) = (Math.Min(first, child), Math.Max(last, child));
        var span = sentence.SpanOf(first, last);
        return new()
        {
            Id = $"n{id + 1}",
            // Somebody of a state, so that everyone has a standing.
            Country = "XXX",
            Name = string.Join(' ', Enumerable.Range(first, last - first + 1).Select(at => sentence[at].Form)),
            Mentions = [new Mention(span, number, first, last, token, MentionForm.Nominal)],
        };
    }
}
