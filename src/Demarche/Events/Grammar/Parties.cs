using Demarche.Entities;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Events.Grammar;

/// <summary>How an entity was found at an argument.</summary>
internal enum Found : byte
{
    Nobody,
    /// <summary>Somewhere among the words, for want of anybody nearer.</summary>
    Far,
    /// <summary>By its place: "in the capital".</summary>
    Place,
    /// <summary>Inside the words: "Israel's decision".</summary>
    Inside,
    /// <summary>The words themselves.</summary>
    Head,
}

/// <summary>Turns argument tokens into entities: the words' own, those they are coordinated with, or those named inside them.</summary>
internal sealed class Parties(EntityLayer entities, StatementLayer statements, EventWords words)
{
    private const int Deepest = 4;

    /// <summary>Adds the entities that an argument stands for.</summary>
    public Found Add(SentenceView view, int token, List<Entity> to, Func<Entity, bool>? fits = null) => Add(view, token, to, fits, 0);

    /// <summary>As <see cref="Add(SentenceView, int, List{Entity}, Func{Entity, bool})"/>, without the head word itself where a rule fixes it ("talks").</summary>
    public Found AddNamedIn(SentenceView view, int token, List<Entity> to, Func<Entity, bool> fits, bool withoutHead) =>
        withoutHead ? AddInside(view, token, to, fits, 0) : Add(view, token, to, fits, 0);

    /// <summary>The first entity named anywhere below a token ("an investigation into claims that two servicemen …").</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="token">The word below which is looked.</param>
    /// <param name="to">Where the entity is added.</param>
    /// <param name="fits">Which entities are welcome.</param>
    /// <param name="inClauses">Whether clauses that tell what the word holds ("claims that …") are looked into; never those that only describe.</param>
    public Found AddFarInside(SentenceView view, int token, List<Entity> to, Func<Entity, bool> fits, bool inClauses = true)
    {
        var (first, last) = view.Sentence.Extent(token);
        for (var at = first; at <= last; at++)
            if (view.Sentence.IsUnder(at, token) && !IsInClause(view, at, token, inClauses) && view[at].Upos != Upos.PRON && entities.HeadedAt(view.Ref(at)) is { } entity && fits(entity))
            {
                Put(to, entity);
                return Found.Far;
            }
        return Found.Nobody;
    }

    /// <summary>Who does what a noun names: its possessor, its "by" phrase, the name before it, else the place.</summary>
    public Found AddDoer(SentenceView view, int token, List<Entity> to, Func<Entity, bool> fits)
    {
        var count = to.Count;
        foreach (var child in view.Children(token))
            if (view.Relation(child) == Deprel.nmod_poss || (view.Relation(child) is Deprel.nmod or Deprel.obl && view.Case(child) == "by"))
                Add(view, child, to, fits, 1);
        foreach (var child in view.Children(token))
            if (to.Count == count && view.Relation(child) is Deprel.amod or Deprel.compound or Deprel.nmod or Deprel.nmod_unmarked or Deprel.nmod_desc && view.Case(child) is null
                && entities.Covering(view.Ref(child)) is { } modifier && fits(modifier))
                Put(to, modifier);
        if (to.Count > count)
            return Found.Inside;
        // "the detentions in Venezuela": where it is done.
        var last = view.Sentence.Extent(token).Last;
        for (var at = token + 1; at <= last; at++)
            if (view.Case(at) is "in" or "at" && view.Sentence.IsUnder(at, token) && entities.HeadedAt(view.Ref(at)) is { Kind: EntityKind.State or EntityKind.Place } place && fits(place))
            {
                Put(to, place);
                return Found.Place;
            }
        return Found.Nobody;
    }

    /// <summary>Whether a word stands in a clause that only describes ("the raid that killed the leader").</summary>
    private static bool IsInClause(SentenceView view, int token, int under, bool inContents)
    {
        for (var at = token; at != under && at >= 0; at = view.Head(at))
            if (view.Relation(at) is Deprel.acl_relcl or Deprel.advcl or Deprel.parataxis || (!inContents && view.Relation(at) == Deprel.acl))
                return true;
        return false;
    }

    /// <summary>Whether a word is the head of somebody's mention.</summary>
    public bool IsSomebody(SentenceView view, int token) => entities.HeadedAt(view.Ref(token)) is not null;

    /// <summary>Whether a word stands for one of the entities.</summary>
    public bool Names(SentenceView view, int token, List<Entity> among) => OfToken(view, token) is { } entity && among.Contains(entity);

    private Found Add(SentenceView view, int token, List<Entity> to, Func<Entity, bool>? fits, int depth)
    {
        if (token < 0 || depth > Deepest)
            return Found.Nobody;
        var found = Found.Nobody;
        if (OfToken(view, token) is { } entity && (fits is null || fits(entity)))
        {
            Put(to, entity);
            found = Found.Head;
            if (entity.Kind == EntityKind.Group)
                AddStatesOf(view, token, to, fits);
        }
        else if (view.Lower(token) == "what" && AddCalled(view, token, to, fits, depth) is not Found.Nobody and var called)
        {
            found = called;
        }
        else
        {
            found = AddInside(view, token, to, fits, depth);
        }
        foreach (var child in view.Children(token))
            if ((view.Relation(child) == Deprel.conj && view.IsNominal(child)) || IsListed(view, token, child))
            {
                var other = Add(view, child, to, fits, depth + 1);
                if (found == Found.Nobody)
                    found = other;
            }
        return found;
    }

    /// <summary>"Poland, the Czech Republic and Canada": a second state of a list that the parser took for an apposition.</summary>
    private bool IsListed(SentenceView view, int token, int child)
    {
        if (view.Relation(child) != Deprel.appos || view[child].Upos != Upos.PROPN || view.Sentence.Child(token, Deprel.conj) < child
            || (entities.HeadedAt(view.Ref(token)) ?? entities.Covering(view.Ref(token))) is not { Kind: EntityKind.State } first)
            return false;
        return (entities.HeadedAt(view.Ref(child)) ?? entities.Covering(view.Ref(child))) is { Kind: EntityKind.State } second && second.Id != first.Id;
    }

    /// <summary>The entity whose mention is headed at a token, else of which it is a part; for a pronoun nobody resolved, the speaker.</summary>
    private Entity? OfToken(SentenceView view, int token)
    {
        var at = view.Ref(token);
        // A relative pronoun that the grammar could not undo is nobody.
        if (view.IsRelativePronoun(token))
            return null;
        if (WhoseHead(view, token) is >= 0 and var antecedent && (entities.HeadedAt(view.Ref(antecedent)) ?? entities.Covering(view.Ref(antecedent))) is { Kind: not EntityKind.Person } owner
            && view.Lemma(token) is "government" or "leader" or "leadership" or "regime" or "authority")
            return entities.HeadedAt(at) is { Kind: EntityKind.State } state ? state : owner;
        if (entities.HeadedAt(at) is { } headed)
            return headed;
        if (view[token].Upos == Upos.PRON && view.Lower(token) is "it" or "he" or "she" or "they" or "we" or "i" or "us" or "me" or "him" or "them")
            return Speaker(view, token, view.Lower(token) is "we" or "i" or "us" or "me");
        if (view[token].Upos is not (Upos.PROPN or Upos.NOUN))
            return null;
        // A name whose head the resolver saw elsewhere ("Foreign Ministry spokesman Wang Yi").
        return entities.Covering(at) is { } covering && !IsModifier(view, token) && HeadOf(view, covering, token) ? covering : null;
    }

    /// <summary>"Chile, whose government": what the relative clause hangs on, or -1.</summary>
    private static int WhoseHead(SentenceView view, int token)
    {
        var whose = view.Sentence.Child(token, Deprel.nmod_poss);
        if (whose < 0 || view[whose].Xpos != "WP$")
            return -1;
        for (var up = token; up >= 0; up = view.Head(up))
            if (view.Relation(up) == Deprel.acl_relcl)
                return view.Head(up);
        return -1;
    }

    /// <summary>"the presidents of Peru and Chile", "Chinese and Indian officials": each of the states, where there is more than one.</summary>
    private void AddStatesOf(SentenceView view, int token, List<Entity> to, Func<Entity, bool>? fits)
    {
        foreach (var child in view.Children(token))
        {
            if (!(view.Relation(child) is Deprel.nmod && view.Case(child) == "of") && view.Relation(child) is not (Deprel.amod or Deprel.compound))
                continue;
            var isSeveral = false;
            foreach (var other in view.Children(child))
                if (view.Relation(other) == Deprel.conj && StateAt(view, other, fits) is { } state)
                {
                    Put(to, state);
                    isSeveral = true;
                }
            if (isSeveral && StateAt(view, child, fits) is { } first)
                Put(to, first);
        }
    }

    private Entity? StateAt(SentenceView view, int token, Func<Entity, bool>? fits) =>
        (entities.HeadedAt(view.Ref(token)) ?? entities.Covering(view.Ref(token))) is { Kind: EntityKind.State } state && (fits is null || fits(state)) ? state : null;

    /// <summary>"what he called Iran's meddling": what it is called.</summary>
    private Found AddCalled(SentenceView view, int token, List<Entity> to, Func<Entity, bool>? fits, int depth)
    {
        foreach (var clause in view.Children(token))
            if (view.Relation(clause) is Deprel.acl_relcl or Deprel.acl)
                foreach (var child in view.Children(clause))
                    if (view.Relation(child) is Deprel.xcomp or Deprel.obj or Deprel.ccomp or Deprel.obl && child > clause && Add(view, child, to, fits, depth + 1) is not Found.Nobody and var found)
                        return found == Found.Head ? Found.Inside : found;
        return Found.Nobody;
    }

    private static bool IsModifier(SentenceView view, int token) => view.Relation(token) is Deprel.amod or Deprel.compound or Deprel.nmod_poss;

    private static bool HeadOf(SentenceView view, Entity entity, int token)
    {
        foreach (var mention in entity.Mentions)
            if (mention.Sentence == view.Number && mention.First <= token && token <= mention.Last)
                return view.Sentence.IsUnder(mention.Head, token);
        return false;
    }

    private Entity? Speaker(SentenceView view, int token, bool first)
    {
        var statement = statements.At(view[token].Span.Begin);
        return statement?.SpeakerHead is { } head && (first || head.Sentence == view.Number) ? entities.HeadedAt(head) ?? entities.Covering(head) : null;
    }

    private Found AddInside(SentenceView view, int token, List<Entity> to, Func<Entity, bool>? fits, int depth)
    {
        var count = to.Count;
        if (view[token].Upos == Upos.PRON)
            return Found.Nobody;
        // "dozens of protesters", "members of the council": the words are those that are counted.
        if (words.Partitives.Contains(view.Lemma(token)))
            foreach (var child in view.Children(token))
                if (view.Relation(child) is Deprel.nmod && view.Case(child) is "of" or "from" && Add(view, child, to, fits, depth + 1) != Found.Nobody)
                    return Found.Head;
        foreach (var child in view.Children(token))
            if (view.Relation(child) == Deprel.appos)
                Add(view, child, to, fits, depth + 1);
        if (to.Count > count)
            return Found.Head;
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.nmod_poss)
                Add(view, child, to, fits, depth + 1);
        if (to.Count > count)
            return Found.Inside;
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.amod or Deprel.compound or Deprel.nmod or Deprel.nmod_unmarked or Deprel.nmod_desc && view.Case(child) is null
                && Modifier(view, child) is { } modifier && (fits is null || fits(modifier)))
            {
                Put(to, modifier);
                // "French and American ambassadors"
                foreach (var other in view.Children(child))
                    if (view.Relation(other) == Deprel.conj && StateAt(view, other, fits) is { } state)
                        Put(to, state);
            }
        if (to.Count > count)
            return Found.Inside;
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.nmod or Deprel.obl && !words.Norms.Contains(view.Lemma(child)) && view.Case(child) is not ("in" or "at" or "on" or "during" or "after" or "before" or "since"))
            {
                Add(view, child, to, fits, depth + 1);
                if (to.Count > count)
                    return Found.Inside;
            }
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.acl or Deprel.acl_relcl)
                foreach (var inner in view.Children(child))
                    if (view.Relation(inner) == Deprel.obl_agent || (view.Relation(inner) == Deprel.obl && view.Case(inner) is "by" or "against" or "from"))
                    {
                        Add(view, inner, to, fits, depth + 1);
                        if (to.Count > count)
                            return Found.Inside;
                    }
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.nmod && view.Case(child) is "in" or "at" or "on")
            {
                Add(view, child, to, fits, depth + 1);
                if (to.Count > count)
                    return Found.Place;
            }
        return Found.Nobody;
    }

    /// <summary>Whom a word before a noun names: "Syrian", the "Syrian" of "Syrian regime offensive", the "Saudi" of "Saudi-led", the "rebel" of "rebel-held".</summary>
    public Entity? Modifier(SentenceView view, int child)
    {
        if (entities.Covering(view.Ref(child)) is { } named)
            return named;
        if (view.Relation(child) == Deprel.amod && !(view[child].Upos == Upos.VERB && view.Lemma(child) is "lead" or "hold" or "control" or "impose" or "claim" or "occupy"))
            return null;
        foreach (var inner in view.Children(child))
            if (inner < child && view.Relation(inner) is Deprel.compound or Deprel.amod or Deprel.nmod_poss or Deprel.obl or Deprel.nmod or Deprel.obl_unmarked
                && entities.Covering(view.Ref(inner)) is { } owner)
                return owner;
        return null;
    }

    private static void Put(List<Entity> to, Entity entity)
    {
        foreach (var other in to)
            if (other.Id == entity.Id)
                return;
        to.Add(entity);
    }
}
