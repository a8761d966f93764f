using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events.Grammar;
using Demarche.Events.Matching;
using Demarche.Figures;
using Demarche.Language;
using Demarche.Places;
using Demarche.Statements;

namespace Demarche.Events;

/// <summary>What other layers say about an event: its place, its figures, who reports it, and the words that tell it.</summary>
internal sealed class EventSurroundings
{
    private readonly StatementLayer _statements;
    private readonly ILookup<int, Place> _places;
    private readonly ILookup<int, Figure> _figures;
    private readonly string? _dateline;

    public EventSurroundings(Document document)
    {
        _statements = document.Get(Layers.Statements);
        var places = document.Get(Layers.Places).All;
        _places = places.ToLookup(place => place.Sentence);
        _figures = document.Get(Layers.Figures).All.ToLookup(figure => figure.Sentence);
        _dateline = document.Article.DatelineSpan is { } span ? places.FirstOrDefault(place => span.Contains(place.Span))?.Id : null;
    }

    /// <summary>The place nearest to the trigger in its sentence that says where, else the dateline's for what just happened.</summary>
    public string? PlaceOf(SentenceView view, EventDraft draft)
    {
        string? best = null;
        var least = int.MaxValue;
        foreach (var place in _places[view.Number])
        {
            if (place.First >= view.Count || !SaysWhere(view, place))
                continue;
            var cost = Math.Abs(place.First - draft.Token) + (view.Sentence.IsUnder(place.First, draft.Token) ? 0 : 20);
            if (cost < least)
                (best, least) = (place.Id, cost);
        }
        return best ?? (draft.Status == EventStatus.Actual && !draft.Past ? _dateline : null);
    }

    private static bool SaysWhere(SentenceView view, Place place)
    {
        for (var token = place.First; token <= place.Last && token < view.Count; token++)
            if (view.Case(token) is "in" or "at" or "near" or "on" or "outside" or "across" or "around" or "over" or "inside" or "into" or "along" or "throughout" or "from" or "to")
                return true;
        return false;
    }

    /// <summary>Killed, injured, arrested and displaced people, and sums and counts, that hang on the trigger.</summary>
    public ImmutableArray<string> FiguresOf(SentenceView view, EventDraft draft)
    {
        if (draft.Composed)
            return [];
        ImmutableArray<string>.Builder? found = null;
        foreach (var figure in _figures[view.Number])
            if (figure.Head < view.Count && Fits(figure, draft.Type) && Concerns(view, figure.Head, draft))
                (found ??= ImmutableArray.CreateBuilder<string>()).Add(figure.Id);
        return found?.ToImmutable() ?? [];
    }

    private static bool Fits(Figure figure, EventType type) => figure.Kind switch
    {
        FigureKind.Killed or FigureKind.Injured or FigureKind.Missing => type is EventType.Assault or EventType.Protest or EventType.Coerce,
        FigureKind.Arrested => type is EventType.Coerce or EventType.Protest or EventType.Sanction or EventType.Assault,
        FigureKind.Displaced => type is EventType.Assault or EventType.Sanction or EventType.Coerce or EventType.Aid,
        FigureKind.Distance or FigureKind.Duration or FigureKind.Percent => false,
        _ => true,
    };

    /// <summary>Whether the figure's word hangs on the trigger, or tells a result in the trigger's clause ("leaving 12 dead").</summary>
    private static bool Concerns(SentenceView view, int figure, EventDraft draft)
    {
        if (view.Sentence.IsUnder(figure, draft.Token))
            return true;
        if (draft.Type != EventType.Assault)
            return false;
        for (var at = draft.Token; at >= 0; at = view.Head(at))
            if (view.IsVerb(at))
                return view.Sentence.IsUnder(figure, at);
        return true;
    }

    /// <summary>The innermost statement that holds the trigger, unless the event is the act of saying it.</summary>
    public string? ReportedBy(SentenceView view, EventDraft draft)
    {
        var statement = _statements.At(view[draft.Token].Span.Begin);
        if (statement is not null && draft.IsSaying)
            statement = statement.Within is { } outer ? _statements.All.FirstOrDefault(other => other.Id == outer) : null;
        return statement is null || statement.CueHead == view.Ref(draft.Token) ? null : statement.Id;
    }

    /// <summary>The words from the first party to the last, with the trigger.</summary>
    public TextSpan SpanOf(SentenceView view, EventDraft draft)
    {
        int first = draft.First, last = draft.Last;
        Take(draft.Match.Frame.Subject);
        Take(draft.Match.Frame.Object);
        foreach (var filler in draft.Match.Fillers)
            Take(filler);
        return view.Sentence.SpanOf(first, last);

        void Take(int token)
        {
            if (token < 0)
                return;
            first = Math.Min(first, token);
            last = Math.Max(last, token);
            foreach (var child in view.Children(token))
                if (view.Relation(child) is Deprel.compound or Deprel.amod or Deprel.det or Deprel.nmod_poss or Deprel.flat or Deprel.nummod)
                    (first, last) = (Math.Min(first, child), Math.Max(last, child));
        }
    }
}
