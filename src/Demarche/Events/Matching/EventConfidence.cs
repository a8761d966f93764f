using Demarche.Documents;
using Demarche.Entities;
using Demarche.Events.Grammar;
using Demarche.Events.RuleLanguage;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Events.Matching;

/// <summary>
/// How often an event like this one is right: the rule's own confidence, less for parties found in a roundabout way or without part in
/// public life, for nouns, and for depth in the sentence.
/// </summary>
internal sealed class EventConfidence(Standings standings, StatementLayer statements, double inSuchNews)
{
    private const double Unsure = 0.35;
    private const double UnsureInEverydayNews = 0.39;

    // News of one country that tells of no force.
    private bool IsEveryday => inSuchNews <= NewsSetting.Everyday;

    public double Of(SentenceView view, EventDraft draft)
    {
        var confidence = draft.Confidence * OfParties(draft);
        var match = draft.Match;
        if (!draft.Composed)
        {
            confidence *= match.ActorFound switch { Found.Head or Found.Nobody => 1, Found.Place or Found.Far => 0.65, _ => 0.8 };
            confidence *= match.RecipientFound switch { Found.Head => 1, Found.Inside => 0.92, Found.Place => 0.8, Found.Far => 0.65, _ => match.Actors.Count > 1 ? 1 : WithoutRecipient(draft.Type) };
            if (match.Pattern.Class == TriggerClass.Noun)
                confidence *= 0.75;
            if (match.Frame.InheritedSubject)
                confidence *= 0.9;
        }
        else
        {
            if (draft.Recipients.Count == 0)
                confidence *= 0.9;
            // "the agency's system would allow it": the same subject acts in both.
            if (draft.Token == match.Token && match.ActorFound is Found.Inside or Found.Place or Found.Far)
                confidence *= 0.85;
        }
        confidence *= OfWording(view, draft) * OfKinds(draft);
        confidence *= draft.Status switch { EventStatus.Actual => 1, EventStatus.Planned => 0.62, EventStatus.Hypothetical => 0.5, _ => 0.6 };
        for (var at = draft.Token; view.Head(at) >= 0 && confidence > 0.1; at = view.Head(at))
            if (view.Relation(at) is Deprel.acl or Deprel.acl_relcl or Deprel.advcl)
                confidence *= 0.85;
            else if (view.Relation(at) is Deprel.nmod or Deprel.obl or Deprel.nmod_poss)
                confidence *= 0.93;
        confidence *= inSuchNews;
        // Where nothing tells of a conflict, what is given, given way, withdrawn or threatened is mostly of another kind.
        if (inSuchNews < 1 && draft.Type is EventType.Retreat or EventType.Concede or EventType.Cooperate or EventType.Aid or EventType.Threaten)
            confidence *= 0.85;
        if (IsEveryday)
            confidence *= InEverydayNews(view, draft);
        return Math.Round(Math.Clamp(confidence, 0.05, 0.99), 3);
    }

    /// <summary>In everyday news, what somebody tells of others, acts on several at once and acts on "him" are less often right.</summary>
    private double InEverydayNews(SentenceView view, EventDraft draft)
    {
        var (factor, match) = (1.0, draft.Match);
        if (!draft.IsSaying && statements.At(view[draft.Token].Span.Begin)?.SpeakerHead is not null)
            factor *= 0.85;
        if (draft.Recipients.Count > 1)
            factor *= 0.85;
        // "his invasions", "its oppression"
        if (match.Pattern.Class == TriggerClass.Noun && view.Sentence.Child(draft.Token, Deprel.nmod_poss) is >= 0 and var owner && view[owner].Upos == Upos.PRON)
            factor *= 0.75;
        if (draft.Recipients.Count > 0 && !draft.Composed && IsByPronoun(view, draft.Match))
            factor *= 0.75;
        return factor;
    }

    /// <summary>Whether the recipient is "him", or the "his" of "his temperament".</summary>
    private static bool IsByPronoun(SentenceView view, Match match)
    {
        var isSubject = match.Pattern.Subject == Slot.Recipient;
        if (isSubject && match.Frame.Subject >= 0 && IsPronoun(view, match.Frame.Subject, match.RecipientFound))
            return true;
        foreach (var filler in match.Fillers)
            if (!isSubject && filler >= 0 && IsPronoun(view, filler, match.RecipientFound))
                return true;
        return false;
    }

    private static bool IsPronoun(SentenceView view, int token, Found found) =>
        found == Found.Inside ? view.Sentence.Child(token, Deprel.nmod_poss) is >= 0 and var owner && view[owner].Upos == Upos.PRON : view[token].Upos == Upos.PRON;

    /// <summary>Places and things without a country are seldom those who act or are acted on; nor do people of no sector often use force or give aid.</summary>
    private static double OfKinds(EventDraft draft)
    {
        var factor = 1.0;
        if (draft.Actors.TrueForAll(actor => actor.Kind == EntityKind.Place))
            factor *= 0.7;
        if (draft.Recipients.Count > 0 && draft.Recipients.TrueForAll(other => other.Country is null && other.Sectors.IsEmpty && other.Kind is EntityKind.Place or EntityKind.Unknown or EntityKind.Organization))
            factor *= 0.75;
        return factor;
    }

    private static double OfWording(SentenceView view, EventDraft draft)
    {
        var (factor, token) = (1.0, draft.Match.Token);
        var material = draft.Type >= EventType.Cooperate && draft.Type is not (EventType.Request or EventType.Accuse or EventType.Reject or EventType.Threaten);
        // A question asks; what it names is not told.
        if (view[view.Count - 1].Form is "?" && draft.Type is not EventType.Request)
            factor *= 0.6;
        // "The bank lends money to farmers": what is done again and again; a headline's present is another.
        if (material && !draft.Composed && view.Number > 0 && view[view.Count - 1].Form is "." && view[token].Xpos is "VBZ" or "VBP" && draft.Match.Pattern.Class == TriggerClass.Verb)
            factor *= 0.7;
        // "It was a mistake": mostly of no party at all.
        if (draft.Match.Frame.Subject is >= 0 and var speaker && view[speaker].Upos == Upos.PRON && view.Lower(speaker) is "it" or "they" or "we" or "those" or "these" or "this" or "that")
            factor *= 0.88;
        if (draft.IsSaying && draft.Type == EventType.Accuse && draft.Match.Frame.Subject is >= 0 and var subject && view.Lower(subject) is "it" or "this" or "that")
            factor *= 0.7;
        // "is a war": a name for something, not the act.
        if (draft.Type is EventType.Assault or EventType.Coerce or EventType.Mobilize && draft.Match.Pattern.Class == TriggerClass.Noun && !draft.Match.Frame.InheritedSubject)
            factor *= 0.6;
        return factor;
    }

    /// <summary>Acts that may well be told without whom they are done to, and acts that seldom are.</summary>
    private static double WithoutRecipient(EventType type) =>
        type is EventType.Agree or EventType.Reject or EventType.Mobilize or EventType.Retreat or EventType.Protest or EventType.Coerce or EventType.Accuse ? 0.8 : 0.65;

    /// <summary>Whether an event is too unsure to be recorded; what is neither done nor planned must be surer.</summary>
    public bool IsUnsure(EventDraft draft) => draft.Confidence < draft.Status switch
    {
        EventStatus.Actual => IsEveryday ? UnsureInEverydayNews : Unsure,
        EventStatus.Planned => 0.42,
        EventStatus.Hypothetical => 0.38,
        _ => 0.48,
    };

    /// <summary>An event is somebody's with a part in public life; a protest is anybody's.</summary>
    private double OfParties(EventDraft draft)
    {
        Standing actor = standings.Best(draft.Actors), recipient = standings.Best(draft.Recipients);
        var best = actor > recipient ? actor : recipient;
        var ofBest = best switch
        {
            Standing.Political or Standing.National => 1,
            Standing.Civil => draft.Type is EventType.Protest or EventType.Assault ? 1 : 0.5,
            _ => draft.Type is EventType.Protest or EventType.Assault ? 0.6 : 0.2,
        };
        var ofActor = actor switch
        {
            Standing.Political or Standing.National => 1,
            // The press, companies and unions seldom use force.
            Standing.Civil => draft.Type is EventType.Assault or EventType.Mobilize or EventType.Coerce or EventType.Threaten or EventType.Sanction ? 0.65 : 0.9,
            Standing.Private => 0.7,
            _ => draft.Type is EventType.Protest or EventType.Assault ? 0.7 : 0.4,
        };
        return ofBest * ofActor;
    }
}
