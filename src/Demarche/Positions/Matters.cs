using Demarche.Documents;
using Demarche.Entities;
using Demarche.Events;
using Demarche.Events.Grammar;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Positions;

/// <summary>What sort of act a noun names: see Positions/acts.tsv.</summary>
internal enum ActKind : byte
{
    None, Deed, Blow, Harm, Offer, Paper,
}

/// <summary>The nouns of Positions/acts.tsv.</summary>
internal sealed class ActWords
{
    private readonly Dictionary<string, (ActKind Kind, string[] Nouns, string[] Verbs)> _nouns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _carriers = new(StringComparer.Ordinal);

    public ActWords(Lexicon lexicon)
    {
        foreach (var row in lexicon.Rows("Positions/acts"))
        {
            if (row["kind"] == "carrier")
            {
                _carriers.UnionWith(row.List("verbs"));
                continue;
            }
            var kind = row["kind"] switch
            {
                "deed" => ActKind.Deed,
                "blow" => ActKind.Blow,
                "harm" => ActKind.Harm,
                "offer" => ActKind.Offer,
                "paper" => ActKind.Paper,
                var other => throw row.Error($"'{other}' is no kind of act: write deed, blow, harm, offer, paper or carrier."),
            };
            foreach (var noun in row.List("nouns"))
                _nouns[noun] = (kind, row.List("nouns"), row.List("verbs"));
        }
    }

    public ActKind KindOf(string noun) => _nouns.TryGetValue(noun, out var found) ? found.Kind : ActKind.None;

    public string[] LikeOf(string noun) => _nouns.TryGetValue(noun, out var found) ? found.Nouns : [];

    /// <summary>Whether who does the verb is whose act its object names: "announced a quarantine".</summary>
    public bool IsCarrier(string verb) => _carriers.Contains(verb);

    public string[] VerbsOf(string noun) => _nouns.TryGetValue(noun, out var found) ? found.Verbs : [];
}

/// <summary>
/// Who stands behind what an article calls by a noun: "North Korea's test" tells whose it is, and later "condemned the test" is
/// against North Korea; "soldiers seized the embassy" has told whose "the seizure" is. Reads one document, sentence by sentence.
/// </summary>
internal sealed class Matters
{
    private const int Reply = 4;
    private const int FarBack = 12;
    private readonly EntityLayer _entities;
    private readonly EventLayer _events;
    private readonly ActWords _words;
    private readonly Parties _parties;
    private readonly Dictionary<string, List<Entity>> _doers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> _owners = new(StringComparer.Ordinal);
    private readonly List<(int Sentence, Event Item)> _asked = [];
    private readonly List<Entity> _found = [];
    private int _next;

    public Matters(EntityLayer entities, EventLayer events, ActWords words, Parties parties) => (_entities, _events, _words, _parties) = (entities, events, words, parties);

    /// <summary>Takes up what a sentence tells, before its positions are read.</summary>
    public void Read(SentenceView view)
    {
        for (; _next < _events.All.Length && _events.All[_next].TriggerHead.Sentence <= view.Number; _next++)
        {
            var item = _events.All[_next];
            if (item.TriggerHead.Sentence != view.Number || item.Actors.IsEmpty || item.Status is EventStatus.Negated or EventStatus.Hypothetical)
                continue;
            var lemma = view.Lemma(item.TriggerHead.Token);
            if (item.Status == EventStatus.Actual || _words.KindOf(lemma) != ActKind.None)
                _doers[lemma] = [.. item.Actors];
            if (item.Type is EventType.Request or EventType.Threaten or EventType.Agree)
                _asked.Add((view.Number, item));
        }
        // "announced a quarantine", "held an election": whose act it is.
        for (var token = 0; token < view.Count; token++)
            if (view[token].Upos == Upos.NOUN && view.Relation(token) is Deprel.obj or Deprel.nsubj_pass && _words.KindOf(view.Lemma(token)) is ActKind.Deed or ActKind.Blow && view.Head(token) is >= 0 and var carrier
                && _words.IsCarrier(view.Lemma(carrier)) && !view.IsNegated(carrier))
            {
                _found.Clear();
                _parties.Add(view, Subjects.Of(view, carrier), _found, IsPublic);
                if (_found.Count > 0)
                    _doers.TryAdd(view.Lemma(token), [.. _found]);
                _found.Clear();
            }
        for (var token = 0; token < view.Count; token++)
            if (view[token].Upos == Upos.NOUN && _entities.HeadedAt(view.Ref(token)) is null && view.Sentence.Child(token, Deprel.nmod_poss) is >= 0 and var possessor
                && view[possessor].Upos == Upos.PROPN && _words.KindOf(view.Lemma(token)) != ActKind.Harm
                && _entities.HeadedAt(view.Ref(possessor)) is { Kind: EntityKind.State or EntityKind.Person or EntityKind.Organization } owner)
                _owners.TryAdd(view.Lemma(token), owner);
    }

    /// <summary>Whether a token is a noun that names an act.</summary>
    public ActKind KindOf(SentenceView view, int token) => token >= 0 && view[token].Upos is Upos.NOUN ? _words.KindOf(view.Lemma(token)) : ActKind.None;

    /// <summary>Adds who stands behind an act's noun; nobody where it cannot be told.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="noun">The noun.</param>
    /// <param name="holders">Who takes the position: he is not against himself.</param>
    /// <param name="to">Where to add.</param>
    public void Add(SentenceView view, int noun, List<Entity> holders, List<Entity> to)
    {
        var kind = KindOf(view, noun);
        if (kind == ActKind.None)
        {
            if (noun >= 0 && view[noun].Upos == Upos.NOUN && _owners.TryGetValue(view.Lemma(noun), out var known) && !IsOneOf(known, holders))
                to.Add(known);
            return;
        }
        _found.Clear();
        Named(view, noun, kind);
        if (Take(holders, to))
            return;
        if (_doers.TryGetValue(view.Lemma(noun), out var doers))
            _found.AddRange(doers);
        if (Take(holders, to))
            return;
        if (_owners.TryGetValue(view.Lemma(noun), out var owner))
            _found.Add(owner);
        if (Take(holders, to))
            return;
        // "the quarantine" is "the blockade" that was told of.
        foreach (var other in _words.LikeOf(view.Lemma(noun)))
            if (kind != ActKind.Deed && _doers.TryGetValue(other, out doers))
            {
                _found.AddRange(doers);
                if (Take(holders, to))
                    return;
            }
        foreach (var verb in _words.VerbsOf(view.Lemma(noun)))
            if (_doers.TryGetValue(verb, out doers))
            {
                _found.AddRange(doers);
                if (Take(holders, to))
                    return;
            }
        if (kind == ActKind.Offer)
            Asking(view, holders, to, view.Lemma(noun) is not ("offer" or "proposal" or "invitation" or "plan" or "suggestion" or "draft" or "package"));
        else if (kind == ActKind.Paper)
        {
            // A resolution is that of the council that the article was told of last, however far.
            if (view.Lemma(noun) is "resolution" or "motion" or "draft")
                Body(view, holders, to, FarBack, true);
            if (to.Count == 0)
                Body(view, holders, to);
        }
    }

    /// <summary>Adds the body that votes or has voted: the last council, league or union that this sentence or the one before names.</summary>
    public void Body(SentenceView view, List<Entity> holders, List<Entity> to)
    {
        Body(view, holders, to, 1, false);
    }

    private void Body(SentenceView view, List<Entity> holders, List<Entity> to, int reach, bool isCouncil)
    {
        _found.Clear();
        var latest = -1;
        foreach (var entity in _entities.All)
            if (entity is { Kind: EntityKind.Organization, Country: "IGO" or "UNO" or "EUR" } && !IsOneOf(entity, holders)
                && (!isCouncil || entity.Name.Contains("Council", StringComparison.Ordinal) || entity.Name.Contains("Assembly", StringComparison.Ordinal)))
                foreach (var mention in entity.Mentions)
                    if (mention.Sentence <= view.Number && view.Number - mention.Sentence <= reach && mention.Span.Begin > latest)
                    {
                        latest = mention.Span.Begin;
                        _found.Clear();
                        _found.Add(entity);
                    }
        Take(holders, to);
    }

    /// <summary>Adds who last asked or offered something, of the holders if of anybody.</summary>
    public void Asking(SentenceView view, List<Entity> holders, List<Entity> to, bool isDemand)
    {
        for (var pass = 0; pass < 2; pass++)
            for (var at = _asked.Count - 1; at >= 0 && view.Number - _asked[at].Sentence <= Reply; at--)
            {
                if (isDemand && _asked[at].Item.Type == EventType.Agree)
                    continue;
                if (pass == 0 && !_asked[at].Item.Recipients.Any(entity => IsOneOf(entity, holders)))
                    continue;
                _found.Clear();
                _found.AddRange(_asked[at].Item.Actors);
                if (Take(holders, to))
                    return;
            }
    }

    // Who is named in the noun's own phrase.
    private void Named(SentenceView view, int noun, ActKind kind)
    {
        var hasOf = false;
        foreach (var child in view.Children(noun))
        {
            hasOf |= child > noun && view.Relation(child) == Deprel.nmod && view.Case(child) is "of" or "on" or "against" or "upon" or "in";
            if (view.Relation(child) is Deprel.nmod or Deprel.obl && view.Case(child) is "by" or "from")
                _parties.Add(view, child, _found);
            if (view.Relation(child) is Deprel.acl or Deprel.acl_relcl)
                foreach (var inner in view.Children(child))
                    if (view.Relation(inner) == Deprel.obl_agent || (view.Relation(inner) == Deprel.obl && view.Case(inner) == "by"))
                        _parties.Add(view, inner, _found);
        }
        if (_found.Count > 0)
            return;
        var possessor = view.Sentence.Child(noun, Deprel.nmod_poss);
        if (possessor >= 0 && (kind != ActKind.Harm || hasOf))
            _parties.Add(view, possessor, _found);
        if (_found.Count > 0 || kind == ActKind.Harm)
            return;
        foreach (var child in view.Children(noun))
            if (child < noun && view.Relation(child) is Deprel.amod or Deprel.compound or Deprel.nmod or Deprel.nmod_unmarked && view.Case(child) is null && _parties.Modifier(view, child) is { } modifier)
                _found.Add(modifier);
        if (_found.Count > 0 || kind == ActKind.Blow)
            return;
        foreach (var child in view.Children(noun))
            if (child > noun && view.Relation(child) == Deprel.nmod && view.Case(child) is "of" && KindOf(view, child) == ActKind.None)
                _parties.Add(view, child, _found, IsPublic);
    }

    private bool Take(List<Entity> holders, List<Entity> to)
    {
        var count = to.Count;
        foreach (var entity in _found)
            if (entity.Kind != EntityKind.Place && !IsOneOf(entity, holders) && !to.Contains(entity))
                to.Add(entity);
        _found.Clear();
        return to.Count > count;
    }

    private static bool IsPublic(Entity entity) => entity.Kind is not EntityKind.Place && (entity.Country is not null || entity.Wikidata is not null || entity.Kind is EntityKind.Person);

    private static bool IsOneOf(Entity entity, List<Entity> others)
    {
        foreach (var other in others)
            if (other.Id == entity.Id || (other.Country is not null && other.Country == entity.Country && other.Country.Length == 3 && other.Country is not ("IGO" or "NGO" or "MNC") && (other.Kind == EntityKind.State || entity.Kind == EntityKind.State)))
                return true;
        return false;
    }
}
