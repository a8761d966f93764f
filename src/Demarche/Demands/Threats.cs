using Demarche.Documents;
using Demarche.Entities;
using Demarche.Events;
using Demarche.Events.Grammar;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Demands;

/// <summary>Demands inside threats: "will attack unless the South stops", "if the enemy does not stop within 48 hours".</summary>
internal sealed class Threats(Document document, Parties parties)
{
    private readonly EventLayer _events = document.Get(Layers.Events);
    private readonly EntityLayer _entities = document.Get(Layers.Entities);
    private readonly StatementLayer _statements = document.Get(Layers.Statements);

    /// <summary>Adds the demands that a sentence's conditions hold.</summary>
    public void Read(SentenceView view, List<DemandDraft> drafts)
    {
        for (var token = 0; token < view.Count; token++)
        {
            if (view.Relation(token) != Deprel.advcl || view.Head(token) < 0 || !(view.HasMark(token, "unless") || (view.HasMark(token, "if") && view.IsNegated(token) && IsTerm(view, token) && !IsState(view, token)) || IsUntil(view, token)))
                continue;
            List<Entity> by = [], of = [];
            parties.Add(view, Frames.SurfaceSubject(view, token, 0, out _), of);
            Threatening(view, view.Head(token), by);
            of.RemoveAll(asked => asked.Kind == EntityKind.Place || by.Exists(asker => asker.Id == asked.Id));
            if (by.Count == 0 || of.Count == 0)
                continue;
            var (first, last) = view.Sentence.Extent(token);
            drafts.Add(new() { Trigger = view.Ref(token), By = by, Of = of, Content = view.Sentence.SpanOf(first, last), Span = view.Sentence.SpanOf(first, last) });
        }
    }

    // "if it does not have the capability" is no term either.
    private static bool IsState(SentenceView view, int token) => view.Lemma(token) is "have" or "be" or "know" or "want" or "need" or "possess" or "exist" or "work" or "happen" or "believe" or "like" or "seem" or "mean";

    // "will not negotiate until Russia withdraws", "refused to go on until the prisoners were freed"
    private static bool IsUntil(SentenceView view, int token)
    {
        if (!(view.HasMark(token, "until") || view.HasMark(token, "till") || view.HasMark(token, "before")) || !view.IsVerb(token) || IsState(view, token) || Frames.IsPassive(view, token))
            return false;
        var head = view.Head(token);
        for (var steps = 0; steps < 3 && head >= 0; steps++)
        {
            if (view.Lemma(head) is "refuse" or "decline" or "reject" && view.HasMark(token, "until"))
                return true;
            if (view.IsNegated(head))
                foreach (var child in view.Children(head))
                    if (view.Relation(child) == Deprel.aux && view.Lower(child) is "will" or "would" or "wo" or "can" or "could" or "'ll")
                        return true;
            if (view.Relation(head) is not (Deprel.xcomp or Deprel.ccomp))
                return false;
            head = view.Head(head);
        }
        return false;
    }

    // "if they had not cut …" is no term that is set.
    private static bool IsTerm(SentenceView view, int token)
    {
        if (!view.IsVerb(token) || view[token].Xpos == "VBN")
            return false;
        foreach (var child in view.Children(token))
            if (view.Relation(child) == Deprel.aux && view.Lower(child) is "had" or "has" or "have" or "'d")
                return false;
        return true;
    }

    // Who threatens: the actor of a threat in the sentence, else the speaker, else the subject of what will be done.
    private void Threatening(SentenceView view, int verb, List<Entity> by)
    {
        foreach (var item in _events.All)
            if (item.TriggerHead.Sentence == view.Number && item.Type is EventType.Threaten)
                foreach (var actor in item.Actors)
                    if (!by.Exists(known => known.Id == actor.Id))
                        by.Add(actor);
        if (by.Count == 0 && _statements.At(view[verb].Span.Begin)?.SpeakerHead is { } head && (_entities.HeadedAt(head) ?? _entities.Covering(head)) is { } speaker)
            by.Add(speaker);
        if (by.Count == 0)
            parties.Add(view, Frames.SurfaceSubject(view, verb, 0, out _), by);
    }
}
