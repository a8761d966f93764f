using System.Collections.Immutable;

namespace Demarche.Language;

/// <summary>
/// Finds the links that a tree implies (Schuster and Manning 2016): conjuncts in their first conjunct's relation, subjects and
/// objects that coordinated verbs share, antecedents of relative clauses and participles, subjects of open complements, and,
/// beyond UD's own, of participial and purpose clauses. Makes no link to a token that already has it in the tree.
/// </summary>
internal readonly ref struct EnhancedArcs
{
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly ClauseParts _parts;
    private readonly List<EnhancedArc> _arcs;

    private EnhancedArcs(ReadOnlySpan<Token> tokens, ClauseParts parts)
    {
        _tokens = tokens;
        _parts = parts;
        _arcs = parts.Arcs;
        _arcs.Clear();
    }

    public static ImmutableArray<EnhancedArc> Of(ReadOnlySpan<Token> tokens, ClauseParts parts)
    {
        parts.Fill(tokens);
        var arcs = new EnhancedArcs(tokens, parts);
        for (var i = 0; i < tokens.Length; i++)
            arcs.Modifier(i);
        // what one link gives another may need: a shared subject is the next one's controller
        for (var pass = 0; pass < 2; pass++)
            for (var i = 0; i < tokens.Length; i++)
                arcs.Dependent(i);
        return [.. arcs._arcs];
    }

    /// <summary>Relative clauses and participles after a noun, which make the noun a participant.</summary>
    private void Modifier(int verb)
    {
        var token = _tokens[verb];
        if (token.Head < 0)
            return;
        if (token.Relation == Deprel.acl_relcl)
            Relative(verb, token.Head);
        else if (token.Relation == Deprel.acl && _parts.Subject(verb) < 0 && !_parts.HasMark(verb))
        {
            if (token.Xpos == "VBG")
                Subject(verb, token.Head);
            else if (token.Xpos == "VBN")
                Add(verb, token.Head, Deprel.nsubj_pass);
        }
    }

    private void Dependent(int at)
    {
        var token = _tokens[at];
        var head = token.Head;
        if (head < 0)
            return;
        switch (token.Relation)
        {
            case Deprel.conj:
                Conjunct(at, head);
                break;
            case Deprel.xcomp when _parts.Subject(at) < 0:
                // "urged them to leave", but "promised them to leave"
                Subject(at, Controller(head, _tokens[head].Lemma is not "promise" && (_parts.Object(head) >= 0 || ControlVerbs.Contains(_tokens[head].Lemma))));
                break;
            case Deprel.advcl when _parts.Subject(at) < 0 && token.Xpos is "VBG" or "VBN" or "VB":
                if (_parts.MarkIsTo(at) || !_parts.HasMark(at))
                    Subject(at, Controller(head, _parts.MarkIsTo(at) && ControlVerbs.Contains(_tokens[head].Lemma)));
                break;
            case Deprel.acl when _parts.MarkIsTo(at) && _parts.Subject(at) < 0 && _tokens[head].Relation is Deprel.obj or Deprel.iobj or Deprel.obl && ControlVerbs.Contains(_tokens[_tokens[head].Head].Lemma):
                Subject(at, head); // "told the rebels to leave", where the infinitive was hung on the noun
                break;
            case Deprel.obl when _parts.IsPassive(head) && _parts.CaseIsBy(at) && token.Upos is Upos.PROPN or Upos.NOUN or Upos.PRON:
                Add(head, at, Deprel.obl_agent);
                break;
        }
    }

    private void Conjunct(int at, int first)
    {
        var relation = _tokens[first].Relation;
        if (_tokens[first].Head >= 0 && relation is not (Deprel.root or Deprel.conj or Deprel.parataxis))
            Add(_tokens[first].Head, at, relation);
        for (var i = 0; i < _arcs.Count; i++)
            if (_arcs[i].Dependent == first && _arcs[i].Head != at)
                Add(_arcs[i].Head, at, _arcs[i].Relation);
        if (!_parts.IsPredicate(first) || !_parts.IsPredicate(at) && !(_parts.HasCopula(first) && _tokens[at].Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN))
            return;
        if (_parts.Subject(at) < 0 && !_parts.HasExpletive(at) && !_tokens[at].Is(Features.Imp))
        {
            var subject = SubjectOf(first);
            if (subject >= 0 && subject < at)
            {
                var passive = _parts.IsPassive(at) || (_parts.IsPassive(first) && _tokens[at].Xpos == "VBN" && !_parts.HasAuxiliary(at));
                Add(at, subject, passive ? Deprel.nsubj_pass : Deprel.nsubj);
            }
        }
        // "sign and ratify the treaty"
        var shared = _parts.Object(at);
        if (shared > at && _parts.Object(first) < 0 && !_parts.HasRightDependent(first, at) && !_parts.IsPassive(first) && TransitiveVerbs.Contains(_tokens[first].Lemma))
            Add(first, shared, Deprel.obj);
    }

    private void Relative(int verb, int noun)
    {
        for (var i = 0; i < _tokens.Length; i++)
        {
            var token = _tokens[i];
            if (!token.Is(Features.Rel) || token.Head < 0 || i > verb && token.Head != verb || !IsUnder(i, verb) || token.Xpos == "WRB")
                continue;
            Add(token.Head, noun, token.Relation is Deprel.det ? _tokens[token.Head].Relation : token.Relation);
            return;
        }
        if (_parts.Subject(verb) < 0)
            Subject(verb, noun);
        else if (_parts.Object(verb) < 0 && TransitiveVerbs.Contains(_tokens[verb].Lemma) && !_parts.HasRelativeAdverb(verb))
            Add(verb, noun, Deprel.obj);
    }

    private bool IsUnder(int at, int ancestor)
    {
        for (var steps = 0; at >= 0 && steps < 12; steps++, at = _tokens[at].Head)
            if (at == ancestor)
                return true;
        return false;
    }

    /// <summary>A verb's subject in the tree, or the one found for it; an antecedent rather than its relative pronoun.</summary>
    private int SubjectOf(int verb)
    {
        var subject = _parts.Subject(verb);
        if (subject >= 0 && !_tokens[subject].Is(Features.Rel))
            return subject;
        foreach (var arc in _arcs)
            if (arc.Head == verb && arc.Relation is Deprel.nsubj or Deprel.nsubj_pass)
                return arc.Dependent;
        return subject;
    }

    /// <summary>Who does what an open complement says: the governor's addressee or its subject.</summary>
    private int Controller(int verb, bool byObject)
    {
        var addressee = byObject ? _parts.Addressee(verb) : -1;
        return addressee >= 0 ? addressee : SubjectOf(verb);
    }

    private void Subject(int verb, int subject)
    {
        if (subject >= 0 && subject != verb)
            Add(verb, subject, _parts.IsPassive(verb) || (_tokens[verb].Xpos == "VBN" && !_parts.HasAuxiliary(verb)) ? Deprel.nsubj_pass : Deprel.nsubj);
    }

    private void Add(int head, int dependent, Deprel relation)
    {
        if (head == dependent || head < 0 || (_tokens[dependent].Head == head && _tokens[dependent].Relation == relation))
            return;
        var arc = new EnhancedArc(head, dependent, relation);
        if (!_arcs.Contains(arc))
            _arcs.Add(arc);
    }
}
