using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Entities;

/// <summary>
/// Puts the mentions of one document into chains, in reading order: names by the tables' key or their own words, descriptions by
/// apposition, office or head noun, pronouns last. One instance a document.
/// </summary>
internal sealed class ChainBuilder
{
    private readonly KnowledgeBase _knowledge;
    private readonly Corrections _corrections;
    private readonly BodyNouns _bodies;
    private readonly SentenceList _sentences;
    private readonly StatementLayer _statements;
    private readonly DateOnly? _date;
    private readonly string? _story;
    private readonly Namesakes _namesakes;
    private readonly Dictionary<string, Chain> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owned = new(StringComparer.Ordinal);
    private readonly Seats _seats;
    private readonly StateBodies _states;
    private readonly FullNames _fullNames;
    private readonly PronounResolver _pronouns;
    private NameVariants _variants = null!;
    private List<MentionDraft> _mentions = [];

    public ChainBuilder(KnowledgeBase knowledge, Corrections corrections, BodyNouns bodies, StateBodies states, Seats seats, Document document, string? story)
    {
        _seats = seats;
        _states = states;
        _corrections = corrections;
        _bodies = bodies;
        _knowledge = knowledge;
        _sentences = document.Get(Layers.Sentences);
        _statements = document.Get(Layers.Statements);
        _date = document.Article.Source.Published;
        _story = story;
        _namesakes = new(knowledge, _date, story);
        _pronouns = new(_sentences, _statements);
        _fullNames = new();
    }

    public List<Chain> Chains { get; } = [];

    /// <summary>Puts all mentions into chains.</summary>
    public void Run(List<MentionDraft> mentions)
    {
        _mentions = mentions;
        _fullNames.Collect(mentions);
        _variants = new(_knowledge, mentions);
        foreach (var mention in mentions)
        {
            if (mention.Form == MentionForm.Pronoun)
                continue;
            if (mention.SameAs is { Chain: null } later && later.Form == MentionForm.Name && later.SameAs != mention)
                Name(later);
            if (mention.Chain is not null)
                continue;
            if (mention.Form == MentionForm.Nominal)
                Nominal(mention);
            else
                Name(mention);
        }
        foreach (var chain in Chains)
            chain.Mentions.Sort((one, other) => one.Sentence != other.Sentence ? one.Sentence.CompareTo(other.Sentence) : one.First.CompareTo(other.First));
        _corrections.Apply(Chains);
        _pronouns.Run(mentions, Chains);
        GiveCountries();
    }

    // Whose country "his country" is, is known when pronouns are.
    private void GiveCountries()
    {
        foreach (var mention in _mentions)
        {
            if (mention is not { CountryOwner: { } token, Chain: { Answer.Country: null } chain })
                continue;
            var country = token < 0 ? _story
                : _mentions.Find(other => other.Sentence == mention.Sentence && other.Head == token && other.Form == MentionForm.Pronoun)?.Chain?.Answer.Country;
            chain.Answer = chain.Answer with { Country = country };
        }
    }

    private void Name(MentionDraft mention)
    {
        if (mention.CountryOwner is not null)
        {
            mention.Answer = mention.Answer with { Key = null, Name = null, Country = null };
            _owned[mention.Key] = "org:own " + mention.Key;
        }
        // "his country's Supreme Court", and "the Supreme Court" from then on.
        if (mention.Answer.Kind == EntityKind.Organization && _owned.TryGetValue(mention.Key, out var own))
        {
            mention.Answer = mention.Answer with { Key = null, Name = null, Country = null };
            Put(mention, own);
            return;
        }
        if (_seats.Of(mention, _mentions, _sentences) is { } seated)
            mention.Answer = seated;
        else if (_namesakes.Of(mention, _mentions) is { } home)
            mention.Answer = home;
        GiveState(mention);
        var key = mention.Answer.Key;
        // A surname is that person's wherever the full name stands, even where the word alone looks like a place or a body; "UN" is no Mr. Un.
        if (key?.StartsWith("place:", StringComparison.Ordinal) == true && _fullNames.Has(mention.Key))
            key = null;
        else if (mention.Answer.Kind == EntityKind.Organization && !mention.Key.Contains(' ', StringComparison.Ordinal) && _fullNames.Has(mention.Key) && _sentences[mention.Sentence][mention.Head].Form.Any(char.IsLower))
            (key, mention.Answer) = (null, ActorAnswer.None with { Kind = EntityKind.Person });
        if (key is null && (mention.NameType == NameType.Person || _fullNames.Has(mention.Key)))
            key = PersonKey(mention);
        if (mention.NameType == NameType.Place && mention.Answer.Kind == EntityKind.Place)
            key = _variants.OfInitials(mention.Key) ?? key;
        key ??= mention.NameType switch
        {
            NameType.Place => "place:" + mention.Key,
            NameType.Person => "person:" + mention.Key,
            _ => OrganizationKey(mention),
        };
        Put(mention, key);
    }

    private string PersonKey(MentionDraft mention)
    {
        if (_byKey.ContainsKey("person:" + mention.Key))
            return "person:" + mention.Key;
        if (_fullNames.Find(mention.Key, mention.Gender) is { } full)
            return full;
        if (_variants.OfEnd(mention.Key) is { } untitled)
            return untitled;
        var words = mention.Key.Split(' ');
        if (words.Length > 1)
        {
            // "Dmitri S. Peskov" and "Dmitri Peskov" are one.
            var shorter = "person:" + words[0] + " " + words[^1];
            if (_byKey.ContainsKey(shorter))
                return shorter;
            return "person:" + mention.Key;
        }
        if (Bearer(mention.Key) is { } person)
        {
            mention.Answer = PersonAtDate.Answer(person, _date);
            return mention.Answer.Key!;
        }
        return "person:" + mention.Key;
    }

    /// <summary>Whom a surname alone means: somebody in office that day, of the story's country before others.</summary>
    private KnownPerson? Bearer(string surname)
    {
        KnownPerson? best = null;
        var bestRank = 0;
        foreach (var person in _knowledge.Names.WithSurname(surname))
        {
            var answer = PersonAtDate.Answer(person, _date);
            var rank = (answer.Role is { Status: not RoleStatus.Former } ? 2 : 0) + (answer.Country == _story ? 3 : 0)
                + (answer.Role?.Office is { } office && (office.EndsWith(":president", StringComparison.Ordinal) || office.EndsWith("prime_minister", StringComparison.Ordinal)) ? 1 : 0);
            if (rank > bestRank && rank >= 3)
                (best, bestRank) = (person, rank);
        }
        return best;
    }

    private string OrganizationKey(MentionDraft mention)
    {
        var key = mention.StateOwner is { } state ? $"org:{state} {mention.Key}" : "org:" + mention.Key;
        return _variants.OfInitials(mention.Key) ?? _variants.OfShorter(mention.Key) ?? OfHead(mention) ?? key;
    }

    /// <summary>"the Council" after "the Security Council": one word takes up the latest body whose name it ends or begins.</summary>
    private string? OfHead(MentionDraft mention)
    {
        if (mention.Key.Length < 4 || mention.Key.Contains(' ', StringComparison.Ordinal) || _byKey.ContainsKey("org:" + mention.Key))
            return null;
        string? best = null;
        var latest = -1;
        foreach (var (key, chain) in _byKey)
            if (chain.Kind is EntityKind.Organization or EntityKind.Group && chain.Latest.Sentence >= latest && chain.NameKey is { } name && name != mention.Key
                && (name.EndsWith(" " + mention.Key, StringComparison.Ordinal) || name.StartsWith(mention.Key + " of ", StringComparison.Ordinal)))
                (best, latest) = (key, chain.Latest.Sentence);
        return best;
    }

    private void Nominal(MentionDraft mention)
    {
        if (mention.SameAs is { Chain: { } chain })
        {
            chain.Add(mention);
            chain.Learn(mention.Answer);
            return;
        }
        GiveState(mention);
        if (WhoseGovernment(mention) is { } owner)
        {
            owner.Add(mention);
            return;
        }
        if (StateBefore(mention) is { } state)
        {
            state.Add(mention);
            return;
        }
        if (NominalTarget.Of(mention, _sentences, _knowledge, _story, _date) is { } answer)
        {
            mention.Answer = answer;
            Put(mention, answer.Key!);
            return;
        }
        if (mention.IsDefinite && Antecedent(mention) is { } earlier)
        {
            earlier.Add(mention);
            return;
        }
        Put(mention, mention.StateOwner is { } owning ? $"org:{owning} {mention.Key}" : "desc:" + mention.Key);
    }

    private void GiveState(MentionDraft mention)
    {
        mention.StateOwner = _states.CountryOf(mention, _mentions, _sentences, _story);
        if (mention.StateOwner is { } state)
            mention.Answer = mention.Answer with { Country = state };
    }

    /// <summary>"Montenegro, whose government had opposed …": the government of whatever the clause hangs on, or is in apposition to it.</summary>
    private Chain? WhoseGovernment(MentionDraft mention)
    {
        var sentence = _sentences[mention.Sentence];
        if (mention.Lemma is not ("government" or "administration" or "regime") || Child(mention, Deprel.nmod_poss) is not (>= 0 and var whose) || sentence[whose].Lemma != "whose")
            return null;
        var clause = mention.Head;
        while (clause >= 0 && sentence[clause].Relation is not (Deprel.acl_relcl or Deprel.acl))
            clause = sentence[clause].Head;
        if (clause < 0)
            return null;
        var noun = sentence[clause].Head;
        foreach (var child in sentence.Children(noun))
            if (child > noun && child < whose && sentence[child].Relation == Deprel.appos)
                noun = child;
        return _mentions.Find(other => other.Sentence == mention.Sentence && other.Head == noun)?.Chain;
    }

    /// <summary>"atrocities continue in Sudan as China supports the government": of the state where the sentence is, before that of the story.</summary>
    private Chain? StateBefore(MentionDraft mention)
    {
        if (mention.Lemma is not ("government" or "regime") || !mention.IsDefinite || mention.Answer.Country is not null || mention.Last > mention.Head)
            return null;
        var sentence = _sentences[mention.Sentence];
        foreach (var child in sentence.Children(mention.Head))
            if (sentence[child].Relation is not (Deprel.det or Deprel.@case or Deprel.punct))
                return null;
        Chain? nearest = null;
        foreach (var other in _mentions)
            if (other.Sentence == mention.Sentence && other.Head < mention.First && other is { Form: MentionForm.Name, Answer.Kind: EntityKind.State, Chain: { } chain }
                && sentence[other.Head].Relation is Deprel.obl or Deprel.nmod && sentence.Child(other.Head, Deprel.@case) is >= 0 and var marker && sentence[marker].Lemma is "in" or "over" or "of")
                nearest = chain;
        return nearest;
    }

    /// <summary>The latest chain that a definite description with the same head noun points back to.</summary>
    private Chain? Antecedent(MentionDraft mention)
    {
        Chain? best = null;
        var isAnyones = HasPronounOwner(mention);
        var owner = NamedOwner(mention);
        foreach (var chain in Chains)
        {
            if (mention.Sentence - chain.Latest.Sentence > 12 || chain.IsPlural != mention.IsPlural && !chain.IsPerson)
                continue;
            if (isAnyones && chain.Mentions.Exists(earlier => earlier.Form == MentionForm.Nominal && earlier.Lemma == mention.Lemma && HasNamedOwner(earlier)))
                continue;
            if (mention.Answer.Country is { } country && chain.Answer.Country is { } other && country != other)
                continue;
            // "Smith's campaign", "Jones's campaign"
            if (owner is not null && chain.Mentions.Exists(earlier => earlier.Form == MentionForm.Nominal && NamedOwner(earlier) is { } another && another != owner))
                continue;
            var fits = chain.Mentions.Exists(earlier => earlier.Form == MentionForm.Nominal && (earlier.Lemma == mention.Lemma || earlier.Lemma.EndsWith(" " + mention.Lemma, StringComparison.Ordinal)))
                || !mention.IsPlural && chain.IsPerson && mention.Answer.Kind is EntityKind.Person or EntityKind.Unknown && chain.Roles.Exists(role => role.Title.EndsWith(mention.Lemma, StringComparison.Ordinal))
                || !chain.IsPerson && chain.NameKey is { } name && HasWord(name, mention.Lemma);
            if (fits && (best is null || chain.Latest.Sentence >= best.Latest.Sentence))
                best = chain;
        }
        return best ?? _bodies.Antecedent(mention, Chains, _sentences);
    }

    // "The representative of France … its representative": whose the second is, is another question; a name in the first answers it for that one alone.
    private bool HasPronounOwner(MentionDraft mention) =>
        Child(mention, Deprel.nmod_poss) is >= 0 and var owner && _sentences[mention.Sentence][owner].Upos == Upos.PRON;

    /// <summary>The chain of the name that owns a description, before it with "'s" or without.</summary>
    private Chain? NamedOwner(MentionDraft mention)
    {
        var sentence = _sentences[mention.Sentence];
        foreach (var child in sentence.Children(mention.Head))
            if (child < mention.Head && sentence[child].Relation is Deprel.nmod_poss or Deprel.compound)
                foreach (var name in _mentions)
                    if (name.Sentence == mention.Sentence && name.Head == child && name.Form == MentionForm.Name)
                        return name.Chain;
        return null;
    }

    private bool HasNamedOwner(MentionDraft mention) =>
        (Child(mention, Deprel.nmod_poss) is >= 0 and var owner && _sentences[mention.Sentence][owner].Upos != Upos.PRON) || Child(mention, Deprel.nmod) >= 0;

    private int Child(MentionDraft mention, Deprel relation) => _sentences[mention.Sentence].Child(mention.Head, relation);

    private static bool HasWord(string key, string word) =>
        key == word || key.StartsWith(word + " ", StringComparison.Ordinal) || key.EndsWith(" " + word, StringComparison.Ordinal)
        || key.Contains(" " + word + " ", StringComparison.Ordinal);

    private void Put(MentionDraft mention, string key)
    {
        if (!_byKey.TryGetValue(key, out var chain))
        {
            chain = new() { Kind = mention.Answer.Kind, IsPlural = mention.IsPlural };
            _byKey.Add(key, chain);
            Chains.Add(chain);
        }
        chain.Add(mention);
        chain.Learn(mention.Answer);
    }
}
