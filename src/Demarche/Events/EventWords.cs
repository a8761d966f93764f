using Demarche.Knowledge;

namespace Demarche.Events;

/// <summary>Closed lists of words that the matcher asks for: Events/words.tsv, one list a kind. Immutable.</summary>
internal sealed class EventWords
{
    private static readonly string[] Kinds = ["partitive", "light", "undergo", "say", "implicative", "condition", "locative", "own", "general", "body", "harm", "norm", "figurative", "violence"];
    private readonly Dictionary<string, HashSet<string>> _lists = new(StringComparer.Ordinal);

    private EventWords()
    {
    }

    /// <summary>Nouns that count or group what follows ("dozens of").</summary>
    public HashSet<string> Partitives => Of("partitive");

    /// <summary>Verbs that carry a noun without adding to it ("hold talks").</summary>
    public HashSet<string> LightVerbs => Of("light");

    /// <summary>Light verbs whose subject undergoes the noun ("face sanctions").</summary>
    public HashSet<string> Undergoing => Of("undergo");

    /// <summary>Verbs of saying, whose clause is another's word.</summary>
    public HashSet<string> Saying => Of("say");

    /// <summary>Verbs whose infinitive happens ("manage to").</summary>
    public HashSet<string> Implicative => Of("implicative");

    /// <summary>Conjunctions of condition ("if").</summary>
    public HashSet<string> Conditions => Of("condition");

    /// <summary>Verbs whose subject is who would do the noun ("called off talks", "threatened sanctions").</summary>
    public HashSet<string> Owning => Of("own");

    /// <summary>Nouns whose "of" or "on" names the one who suffers ("the killing of"): no party to what is said about it.</summary>
    public HashSet<string> Harms => Of("harm");

    /// <summary>Prepositions of places that may stand for the recipient ("troops to Mali").</summary>
    public HashSet<string> Locatives => Of("locative");

    /// <summary>Nouns for people in general, who are no party ("many people").</summary>
    public HashSet<string> General => Of("general");

    /// <summary>Words of force that are often meant of words ("attacked her record").</summary>
    public HashSet<string> Figurative => Of("figurative");

    /// <summary>Words that tell of force.</summary>
    public HashSet<string> Violence => Of("violence");

    /// <summary>Nouns for public bodies.</summary>
    public HashSet<string> Bodies => Of("body");

    /// <summary>What binds others than those who made it: who is named with it is not who breaks it ("a breach of U.N. resolutions").</summary>
    public HashSet<string> Norms => Of("norm");

    public static EventWords Load(Lexicon lexicon)
    {
        var words = new EventWords();
        foreach (var row in lexicon.Rows("Events/words"))
            words.Of(row["kind"]).UnionWith(row.List("words"));
        foreach (var kind in Kinds)
            words.Of(kind);
        return words;
    }

    // All kinds are there after loading, so that reading never writes.
    private HashSet<string> Of(string kind) =>
        _lists.TryGetValue(kind, out var list) ? list : _lists[kind] = new(StringComparer.Ordinal);
}
