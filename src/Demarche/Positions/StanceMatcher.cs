using Demarche.Documents;
using Demarche.Entities;
using Demarche.Events.Grammar;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Positions;

/// <summary>Reads positions off one document's sentences by the rules. One thread, one document.</summary>
internal sealed class StanceMatcher
{
    private const double Unsure = 0.55;
    private readonly Dictionary<string, List<StanceRule>> _rules;
    private readonly Polarity _polarity;
    private readonly Matters _matters;
    private readonly List<Entity> _holders = [];
    private readonly List<Entity> _towards = [];
    private readonly StanceSlots _slots;

    public StanceMatcher(Dictionary<string, List<StanceRule>> rules, Polarity polarity, Parties parties, Matters matters, EntityLayer entities, StatementLayer statements)
    {
        (_rules, _polarity, _matters) = (rules, polarity, matters);
        _slots = new(polarity, parties, matters, entities, statements, _holders);
    }

    /// <summary>Adds the positions of a sentence.</summary>
    public void Read(SentenceView view, List<PositionDraft> drafts)
    {
        var taken = 0;
        _matters.Read(view);
        for (var token = 0; token < view.Count; token++)
        {
            taken = drafts.Count;
            // "opposed" has rules of its own beside those of "oppose".
            if (view[token].Upos is Upos.VERB or Upos.ADJ && _rules.TryGetValue(view.Lower(token), out var candidates))
                TryAll(view, token, candidates, drafts);
            if (drafts.Count == taken && _rules.TryGetValue(view[token].Lemma, out candidates))
                TryAll(view, token, candidates, drafts);
        }
    }

    private void TryAll(SentenceView view, int token, List<StanceRule> candidates, List<PositionDraft> drafts)
    {
        var before = drafts.Count;
        foreach (var rule in candidates)
        {
            Try(view, token, rule, drafts);
            // Words whose holder is not named may have one by a later rule.
            if (drafts.Count > before && drafts[^1].Holder is not null)
                return;
        }
    }

    private void Try(SentenceView view, int token, StanceRule rule, List<PositionDraft> drafts)
    {
        if (!StanceWords.Fits(view, token, rule) || StanceWords.IsAsked(view, token) || (rule.Stance == Stance.Neutral && StanceWords.IsWhy(view, token)))
            return;
        // "is behind him": said of the predicate.
        if (rule.Pos == "prep")
            token = view.Head(token);
        // What somebody asks for is no plan of his: "called on Mugabe to resign".
        var holding = rule.Holder.Slot == Slot.Asker ? (_polarity.IsAskingDenied(view, token) ? Holding.NotYet : Holding.Held) : _polarity.Of(view, token);
        var stance = holding == Holding.Negated ? rule.Negated : rule.Stance;
        if (holding == Holding.NotYet || stance is null || (holding == Holding.Withdrawn && rule.Pos != "noun"))
            return;
        _holders.Clear();
        _towards.Clear();
        _slots.Fill(view, token, rule, rule.Holder, _holders);
        // "France said that it would not be recognized": where a passive names nobody, the one who speaks.
        if (_holders.Count == 0 && rule.Pos == "verb" && rule.Holder.Slot == Slot.Subject && rule.Stance == Stance.Recognizes && Frames.IsPassive(view, token))
            _slots.Fill(view, token, rule, new(Slot.Speaker, [], false), _holders);
        if (rule.Toward.Slot == Slot.Itself)
        {
            foreach (var holder in _holders)
                if (holder.Kind is EntityKind.Person or EntityKind.Unknown)
                    drafts.Add(Draft(view, token, holder, holder, stance.Value, rule.Sure, false));
            return;
        }
        _slots.Fill(view, token, rule, rule.Toward, _towards);
        // "declared the occupation illegal": against whoever occupies.
        if (stance == Stance.DoesNotRecognize && rule.Stance == Stance.DoesNotRecognize && rule.Toward.Slot == Slot.Object && _matters.KindOf(view, StanceWords.ObjectOf(view, token, rule)) is ActKind.Deed or ActKind.Blow or ActKind.Harm)
            stance = Stance.Opposes;
        // "withheld recognition": of whom it was just told that others recognize him.
        string? date = null;
        if (_towards.Count == 0 && holding == Holding.Negated && rule is { Pos: "noun", Stance: Stance.Recognizes })
            for (var at = drafts.Count - 1; at >= 0 && _towards.Count == 0; at--)
                if (drafts[at] is { Stance: Stance.Recognizes, Toward: { } known })
                {
                    _towards.Add(known);
                    date = drafts[at].Date;
                }
        // "condemned Iraq; Yemen abstained": toward whom the others took sides.
        var isAbstaining = rule.Name == "abstain";
        if (_towards.Count == 0 && rule.Toward.IsContextual && stance is { } side && (rule.Toward.Slot != Slot.Object || IsVague(view, StanceWords.ObjectOf(view, token, rule))))
            Context(view, side, rule.Name is "vote" or "veto", drafts);
        if (_towards.Count == 0 && rule.Toward.IsOptional)
        {
            for (var at = drafts.Count - 1; at >= 0 && _towards.Count == 0 && view.Number - drafts[at].Trigger.Sentence <= 1; at--)
                if (drafts[at] is { Stance: Stance.Opposes or Stance.Recognizes or Stance.DoesNotRecognize, Toward: { } other } && !_holders.Exists(holder => holder.Id == other.Id))
                    _towards.Add(other);
            // Who keeps out of it keeps out of what the article has just told of.
            for (var at = drafts.Count - 1; at >= 0 && _towards.Count == 0 && !isAbstaining && view.Number - drafts[at].Trigger.Sentence <= 2; at--)
                if (drafts[at] is { Stance: not Stance.Neutral, Toward: { } told } && !_holders.Exists(holder => holder.Id == told.Id))
                    _towards.Add(told);
            // An abstention is toward the body whose vote it is.
            if (_towards.Count == 0)
                _matters.Body(view, _holders, _towards);
        }
        if (_towards.Count == 0 && rule.Toward.IsOptional && !isAbstaining)
            foreach (var holder in _holders)
                drafts.Add(Draft(view, token, holder, null, stance.Value, rule.Sure, false));
        if (_holders.Count == 0 && rule.Stance is Stance.Recognizes or Stance.Supports or Stance.Opposes)
            foreach (var toward in _towards)
                drafts.Add(Draft(view, token, null, toward, stance.Value, rule.Sure, false));
        _holders.RemoveAll(holder => !IsSide(view, holder) || (rule.Sure <= Unsure && !IsPublic(holder)));
        _towards.RemoveAll(toward => !IsSide(view, toward) || (rule.Sure <= Unsure && !IsPublic(toward)));
        foreach (var holder in _holders)
            foreach (var toward in _towards)
                if (stance == Stance.ClaimsOffice && holder.Id != toward.Id)
                    continue;
                else if (rule.Holder.Slot == Slot.Asker && toward.Kind is not (EntityKind.Person or EntityKind.State) && view.Lemma(token) == "go")
                    continue;
                else if (holder.Id == toward.Id)
                {
                    // Who calls himself the rightful president claims the office.
                    if (stance is Stance.Recognizes or Stance.ClaimsOffice && holder.Kind == EntityKind.Person)
                        drafts.Add(Draft(view, token, holder, holder, Stance.ClaimsOffice, rule.Sure, false));
                }
                else if ((holder.Country is null || toward.Kind != EntityKind.State || holder.Country != toward.Country) && holder.Kind != EntityKind.Place && toward.Kind != EntityKind.Place)
                    drafts.Add(Draft(view, token, holder, toward, stance.Value, rule.Sure, holding == Holding.Withdrawn) with { Date = date });
    }

    private bool IsVague(SentenceView view, int at) => at < 0 || view[at].Upos == Upos.PRON || _matters.KindOf(view, at) != ActKind.None;

    // Toward whom others have just been told to stand so; of a vote, else the body that votes.
    private void Context(SentenceView view, Stance stance, bool isVote, List<PositionDraft> drafts)
    {
        for (var at = drafts.Count - 1; at >= 0 && !isVote && view.Number - drafts[at].Trigger.Sentence <= 1; at--)
            if (drafts[at].Toward is { } toward && drafts[at].Stance == stance && !_holders.Exists(holder => holder.Id == toward.Id))
            {
                _towards.Add(toward);
                return;
            }
        if (isVote)
            _matters.Body(view, _holders, _towards);
    }

    // "any government", "denuclearization talks", "a banner": nobody who could take a side or be taken sides about.
    private static bool IsSide(SentenceView view, Entity entity)
    {
        if (entity is not { Country: null, Wikidata: null } || entity.Kind is EntityKind.Person or EntityKind.State)
            return true;
        foreach (var mention in entity.Mentions)
        {
            if (mention.Sentence != view.Number || mention.Form != MentionForm.Nominal)
                continue;
            if (view.Lower(mention.First) is "any" or "every" or "no" or "not" or "few" or "nobody" || view.Lemma(mention.Head) is "talk" or "talks" or "negotiation" or "rival" or "banner" or "process")
                return false;
        }
        return true;
    }

    private static bool IsPublic(Entity entity) => entity.Country is not null || entity.Wikidata is not null || entity.Kind is EntityKind.Person || IsPower(entity);

    /// <summary>Whether somebody is a power in a crisis even where his country is not known: an army, rebels, a party, a government.</summary>
    internal static bool IsPower(Entity entity)
    {
        foreach (var sector in entity.Sectors)
            if (sector is "GOV" or "MIL" or "REB" or "PTY" or "LEG" or "JUD" or "OPP" or "PRM")
                return true;
        return false;
    }

    /// <summary>Whether a token is a word that tells of a position in some sentence.</summary>
    public bool IsTrigger(SentenceView view, int token) => _rules.TryGetValue(view[token].Lemma, out var candidates) && candidates.Exists(rule => rule.With.Length == 0 || rule.Stance == Stance.Recognizes);

    internal static PositionDraft Draft(SentenceView view, int token, Entity? holder, Entity? toward, Stance stance, double sure, bool isWithdrawn) =>
        new(holder, toward, stance, view.Ref(token), StanceWords.SpanOf(view, token), sure, isWithdrawn);
}
