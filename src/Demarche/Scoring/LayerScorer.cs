using System.Text.Json;
using Demarche.Records;

namespace Demarche.Scoring;

/// <summary>Scores the layers of one article.</summary>
internal sealed class LayerScorer(JsonElement gold, Record record, AnchorText text, GoldEntities entities)
{
    private static readonly Dictionary<string, string> IrregularPlurals = new(StringComparer.Ordinal) { ["people"] = "person", ["men"] = "man", ["women"] = "woman", ["children"] = "child" };

    /// <summary>The score, which the layers are added to.</summary>
    public ArticleScore Score { get; } = new();

    /// <summary>Strings that must and must not be in the text, and what the page says about itself.</summary>
    public void Cleaning()
    {
        var keep = Strings("keep");
        var drop = Strings("drop");
        var kept = keep.Count(item => text.Find(item).Count > 0);
        var wrong = drop.Count(item => text.Find(item).Count > 0);
        Score.Tallies["cleaning"] = new(keep.Count, kept, kept + wrong, kept);
        Score.Shares["cleaning.kept"] = new(kept, keep.Count);
        Score.Shares["cleaning.dropped"] = new(drop.Count - wrong, drop.Count);
        var source = record.Source;
        Field("headline", source.Headline is null ? [] : [source.Headline]);
        Field("published", source.Published is null ? [] : [source.Published]);
        Field("authors", source.Authors);
        Field("publisher", source.Publisher is null ? [] : [source.Publisher]);
        Field("dateline", source.Dateline is null ? [] : [source.Dateline.Text]);
        Score.Misses.AddRange(keep.Where(item => text.Find(item).Count == 0).Select(item => $"cleaning\tmissed\t\tkeep: {item}"));
        Score.Misses.AddRange(drop.Where(item => text.Find(item).Count > 0).Select(item => $"cleaning\tmissed\t\tdrop: {item}"));
    }

    /// <summary>Events: same sentence, type, actor and recipient; strict: also status and date.</summary>
    public void Events()
    {
        var items = Located("events");
        var events = record.Events;
        bool Same(GoldItem item, RecordEvent found) =>
            Spans.Touch([text.Sentence(found.Sentence), found.Span], item.Homes) && item.List("type").Contains(found.Type, StringComparer.Ordinal);
        bool StatusIsRight(GoldItem item, RecordEvent found) => item.Has("status") ? item.Allows("status", found.Status) : found.Status == "actual";
        Offer? Loose(GoldItem item, int at) => Same(item, events[at]) ? new(Spans.Distance(events[at].Trigger, item.Spots), EventFillers(item, events[at])) : null;
        Offer? Strict(GoldItem item, int at) =>
            StatusIsRight(item, events[at]) && (!item.Has("date") || item.Allows("date", events[at].Date)) ? Loose(item, at) : null;
        Offer? TypeOnly(GoldItem item, int at) => Same(item, events[at])
            ? new(Spans.Distance(events[at].Trigger, item.Spots), [new(items.FindIndex(other => ReferenceEquals(other, item)).ToString(System.Globalization.CultureInfo.InvariantCulture), null)]) : null;

        var pairs = Pair("events", items, events.Count, Loose, at => (events[at].Type, text.Words(events[at].Trigger)));
        Score.Tallies["events.strict"] = Pairing.Tally(items, events.Count, Pairing.Of(items, events.Count, Strict));
        Score.Tallies["events.type_only"] = Pairing.Tally(items, events.Count, Pairing.Of(items, events.Count, TypeOnly));
        var figures = record.Figures.ToDictionary(figure => figure.Id, StringComparer.Ordinal);
        var statements = record.Statements.ToDictionary(statement => statement.Id, StringComparer.Ordinal);
        foreach (var (g, s) in pairs)
        {
            var (item, found) = (items[g], events[s]);
            Score.Count("events.status", StatusIsRight(item, found));
            if (item.Has("date"))
                Score.Count("events.date", item.Allows("date", found.Date));
            if (item.Has("killed"))
                Score.Count("events.killed", found.Figures.Select(figures.GetValueOrDefault).Any(figure => figure?.Kind == "killed" && item.AllowsNumber("killed", figure.Value)));
            if (item.Json.TryGetProperty("reported", out var reported))
            {
                var keys = GoldItem.ListOf(reported);
                var statement = found.ReportedBy is { } by ? statements.GetValueOrDefault(by) : null;
                var right = statement is not null && (keys.Count == 0 || entities.Matching([statement.Speaker], keys).Count > 0);
                Score.Count("events.reported", right == (reported.ValueKind is not (JsonValueKind.False or JsonValueKind.Null) && !(reported.ValueKind == JsonValueKind.Array && keys.Count == 0)));
            }
        }
    }

    /// <summary>Statements: content as a bag of words with F1 of 0.5; then also the speaker.</summary>
    public void Statements()
    {
        var items = Located("statements");
        var statements = record.Statements;
        Offer? Content(GoldItem item, int at)
        {
            var score = PlainWords.WordF1(item.Text("content") ?? "", string.Join(' ', statements[at].Content.Select(span => text.Words(span))));
            return score >= 0.5 ? Offer.Plain(score) : null;
        }
        bool SpeakerIsRight(GoldItem item, RecordStatement statement)
        {
            var keys = item.List("speaker");
            return entities.Matching([statement.Speaker], keys).Count > 0 || entities.KeysOf([text.Words(statement.SpeakerSpan)], []).Overlaps(keys);
        }
        bool CueIsRight(GoldItem item, RecordStatement statement)
        {
            var got = $" {PlainWords.Plain(text.Words(statement.Cue))} ";
            return got.Trim().Length > 0 && item.List("cue").Select(cue => $" {PlainWords.Plain(cue)} ").Any(cue => got.Contains(cue, StringComparison.Ordinal) || cue.Contains(got, StringComparison.Ordinal));
        }
        var byContent = Pairing.Of(items, statements.Count, Content);
        Score.Tallies["statements.content"] = Pairing.Tally(items, statements.Count, byContent);
        Pair("statements", items, statements.Count, (item, at) => SpeakerIsRight(item, statements[at]) ? Content(item, at) : null,
            at => (statements[at].Speaker ?? "", statements[at].Content.Count == 0 ? "" : text.Words(statements[at].Content[0])));
        foreach (var (g, s) in byContent)
        {
            var (item, statement) = (items[g], statements[s]);
            Score.Count("statements.speaker", SpeakerIsRight(item, statement));
            if (item.Has("kind"))
                Score.Count("statements.kind", item.Allows("kind", statement.Kind));
            if (item.Has("cue"))
                Score.Count("statements.cue", CueIsRight(item, statement));
            if (item.Has("addressee"))
                Score.Count("statements.addressee", entities.Matching(statement.Addressee, item.List("addressee")).Count > 0);
        }
    }

    /// <summary>Positions: same sentence, holder, toward and stance.</summary>
    public void Positions()
    {
        var items = Located("positions");
        var positions = record.Positions;
        var pairs = Pair("positions", items, positions.Count, (item, at) => item.Allows("stance", positions[at].Stance) && Spans.Touch([positions[at].Span], item.Homes)
            ? new(Spans.Distance(positions[at].Span, item.Spots), Fillers(entities.Fill([positions[at].Holder], item.List("holder")), entities.Fill([positions[at].Toward], item.List("toward"))))
            : null, at => (positions[at].Stance, text.Words(positions[at].Span)));
        foreach (var (g, s) in pairs.Where(pair => items[pair.Key].Has("as_of")))
            Score.Count("positions.as_of", items[g].Allows("as_of", positions[s].AsOf));
    }

    /// <summary>Demands: same sentence, by and of.</summary>
    public void Demands()
    {
        var items = Located("demands");
        var demands = record.Demands;
        var pairs = Pair("demands", items, demands.Count, (item, at) => Spans.Touch([demands[at].Span], item.Homes)
            ? new(Spans.Distance(demands[at].Span, item.Spots), Fillers(entities.Fill(demands[at].By, item.List("by")), entities.Fill(demands[at].Of, item.List("of"))))
            : null, at => ("", text.Words(demands[at].Span)));
        foreach (var (g, s) in pairs)
        {
            if (items[g].Has("deadline"))
                Score.Count("demands.deadline", items[g].Allows("deadline", demands[s].Deadline));
            if (items[g].Has("answer"))
                Score.Count("demands.answer", items[g].Allows("answer", demands[s].Answer));
        }
    }

    /// <summary>Figures: the span overlaps the anchor, and value and unit are right.</summary>
    public void Figures()
    {
        var items = Located("figures");
        var figures = record.Figures;
        var pairs = Pair("figures", items, figures.Count, (item, at) =>
            Spans.Touch([figures[at].Span], item.Spots) && item.AllowsNumber("value", figures[at].Value) && item.List("unit").Select(UnitKey).Contains(UnitKey(figures[at].Unit), StringComparer.Ordinal)
                ? Offer.Plain(item.Spots.Max(spot => Spans.Overlap(figures[at].Span, spot))) : null,
            at => (figures[at].Kind, text.Words(figures[at].Span)));
        foreach (var (g, s) in pairs)
        {
            var (item, figure) = (items[g], figures[s]);
            Score.Count("figures.kind", item.Allows("kind", figure.Kind));
            Score.Count("figures.qualifier", item.Allows("qualifier", figure.Qualifier));
            if (item.Has("from"))
                Score.Count("figures.from", entities.Matching(figure.From, item.List("from")).Count > 0);
            if (item.Has("to"))
                Score.Count("figures.to", entities.Matching(figure.To, item.List("to")).Count > 0);
            if (item.Has("according_to"))
                Score.Count("figures.according_to", entities.Matching([figure.AccordingTo], item.List("according_to")).Count > 0);
            if (item.Has("period"))
                Score.Count("figures.period", item.Allows("period", figure.Period));
            if (item.Has("high"))
                Score.Count("figures.high", item.AllowsNumber("high", figure.High));
        }
    }

    /// <summary>Times: the span overlaps the anchor, and the value or what it is resolved to is right.</summary>
    public void Times()
    {
        var items = Located("times");
        var times = record.Times;
        RecordSpan At(int at) => new(times[at].Begin, times[at].End);
        Offer? Found(GoldItem item, int at) => Spans.Touch([At(at)], item.Spots) ? Offer.Plain(item.Spots.Max(spot => Spans.Overlap(At(at), spot))) : null;
        Score.Tallies["times.found"] = Pairing.Tally(items, times.Count, Pairing.Of(items, times.Count, Found));
        Pair("times", items, times.Count, (item, at) => item.Allows("value", times[at].Value) || item.Allows("value", times[at].Resolved) ? Found(item, at) : null,
            at => (times[at].Value ?? "", text.Words(At(at))));
    }

    private Dictionary<int, int> Pair(string layer, List<GoldItem> items, int count, Func<GoldItem, int, Offer?> offers, Func<int, (string Label, string Words)> describe)
    {
        var pairs = Pairing.Of(items, count, offers);
        Score.Tallies[layer] = Pairing.Tally(items, count, pairs);
        for (var g = 0; g < items.Count; g++)
            if (!pairs.ContainsKey(g) && items[g].Must)
                Score.Misses.Add($"{layer}\tmissed\t{string.Join('|', new[] { "type", "stance", "value", "speaker" }.SelectMany(items[g].List))}\t{items[g].Anchor ?? items[g].Text("content")}");
        var used = pairs.Values.ToHashSet();
        for (var s = 0; s < count; s++)
            if (!used.Contains(s))
                Score.Misses.Add($"{layer}\textra\t{describe(s).Label}\t{describe(s).Words}");
        return pairs;
    }

    private List<Filler> EventFillers(GoldItem item, RecordEvent found)
    {
        List<Filler> fillers = [];
        foreach (var actor in entities.Fill(found.Actor, item.List("actor")))
        {
            // In a reciprocal event PLOVER puts all parties into the actor and leaves the recipient empty.
            var others = found.Recipient.Count > 0 ? found.Recipient : found.Actor.Where(other => other != actor);
            fillers.AddRange(entities.Fill(others, item.List("recipient")).Select(recipient => new Filler(actor, recipient)));
        }
        return fillers;
    }

    private static List<Filler> Fillers(List<string?> first, List<string?> second) => [.. first.SelectMany(one => second.Select(other => new Filler(one, other)))];

    private static string UnitKey(string? unit)
    {
        var plain = PlainWords.Plain(unit);
        return IrregularPlurals.TryGetValue(plain, out var one) ? one : plain.EndsWith('s') ? plain[..^1] : plain;
    }

    private void Field(string name, IReadOnlyList<string> given)
    {
        if (gold.TryGetProperty(name, out var wanted))
            Score.Shares["cleaning." + name] = new(GoldItem.ListOf(wanted).Select(AnchorText.Normalise).SequenceEqual(given.Select(AnchorText.Normalise), StringComparer.Ordinal) ? 1 : 0, 1);
    }

    private List<string> Strings(string name) => gold.TryGetProperty(name, out var list) ? GoldItem.ListOf(list) : [];

    private List<GoldItem> Located(string name)
    {
        if (!gold.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array)
            return [];
        return [.. list.EnumerateArray().Select(item =>
        {
            var spots = item.TryGetProperty("anchor", out var anchor) && anchor.ValueKind == JsonValueKind.String ? text.Find(anchor.GetString()!) : [];
            return new GoldItem(item, spots, text.SentencesWith(spots));
        })];
    }
}
