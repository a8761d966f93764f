using System.Globalization;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Language;
using Demarche.Records;
using Spectre.Console;

namespace Demarche.Cli.Rendering;

/// <summary>Draws what was seen in a sentence: its words and tree, its entities, and every entry that was read from it.</summary>
internal static class SentenceExplanation
{
    /// <summary>Draws a sentence.</summary>
    public static void Write(IAnsiConsole console, Coder coder, Document document, Record record, int number)
    {
        var sentence = document.Get(Layers.Sentences)[number];
        var span = record.Sentences[number];
        console.Write(new Rule(Markup.Escape($"{record.Id}, sentence {number + 1}")) { Justification = Justify.Left });
        console.WriteLine(sentence.Span.In(document.Text));
        console.WriteLine();
        console.Write(Words(sentence));
        Entries(console, record, new(span.Begin, span.End), number);
        Rules(console, coder.ExplainEvents(document, number));
        console.WriteLine();
    }

    /// <summary>The event rules that fired, then those that were tried in vain, each once with its reason.</summary>
    private static void Rules(IAnsiConsole console, EventExplanation? explanation)
    {
        foreach (var tried in (explanation?.Tried ?? []).OrderByDescending(tried => tried.Fired).DistinctBy(tried => (tried.Token, tried.Rule, tried.Why)))
            console.MarkupLine(tried.Fired
                ? $"[bold]rule[/] {Markup.Escape(tried.Rule)} fired on “{Markup.Escape(tried.Word)}” [dim]{Markup.Escape(tried.Where)}[/]"
                : $"[dim]rule {Markup.Escape(tried.Rule)} on “{Markup.Escape(tried.Word)}” did not fire: {Markup.Escape(tried.Why!)} {Markup.Escape(tried.Where)}[/]");
    }

    private static Table Words(Sentence sentence)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("#", "word", "lemma", "part of speech", "head", "relation");
        for (var i = 0; i < sentence.Count; i++)
        {
            var token = sentence[i];
            table.AddRow((i + 1).ToString(CultureInfo.InvariantCulture), Markup.Escape(token.Form), Markup.Escape(token.Lemma), Markup.Escape($"{token.Upos.ToString().ToUpperInvariant()} {token.Xpos}"),
                token.Head < 0 ? "" : Markup.Escape($"{token.Head + 1} {sentence[token.Head].Form}"), token.Relation.Name());
        }
        return table;
    }

    private static void Entries(IAnsiConsole console, Record record, RecordSpan range, int number)
    {
        var text = new Export.CodePointText(record.Text);
        bool Here(int begin, int end) => begin < range.End && range.Begin < end;
        string Names(IEnumerable<string> ids) => string.Join(", ", ids.Select(id => record.Entities.FirstOrDefault(entity => entity.Id == id)?.Name ?? id));
        void Line(string kind, string id, string what) => console.MarkupLine($"[bold]{kind}[/] [dim]{Markup.Escape(id)}[/] {Markup.Escape(what)}");

        foreach (var entity in record.Entities)
            foreach (var mention in entity.Mentions.Where(mention => Here(mention.Begin, mention.End)))
                Line("entity", entity.Id, $"“{text.Words(new(mention.Begin, mention.End))}” ({mention.Form}) → {entity.Name}, {entity.Kind}{(entity.Country is null ? "" : ", " + entity.Country)}{(entity.Sectors.Count == 0 ? "" : " " + string.Join('+', entity.Sectors))}");
        foreach (var time in record.Times.Where(time => Here(time.Begin, time.End)))
            Line("time", time.Id, $"“{text.Words(new(time.Begin, time.End))}” → {time.Kind} {time.Value}{(time.Resolved is null ? "" : " → " + time.Resolved)}");
        foreach (var figure in record.Figures.Where(figure => Here(figure.Span.Begin, figure.Span.End)))
            Line("figure", figure.Id, $"“{text.Words(figure.Span)}” → {figure.Kind} {figure.Qualifier} {figure.Value} {figure.Unit}");
        foreach (var place in record.Places.Where(place => Here(place.Begin, place.End)))
            Line("place", place.Id, $"“{text.Words(new(place.Begin, place.End))}” → {place.Name}, {place.Country}");
        foreach (var statement in record.Statements.Where(statement => statement.Content.Any(part => Here(part.Begin, part.End))))
            Line("statement", statement.Id, $"{(statement.Speaker is { } speaker ? Names([speaker]) : "somebody")}{(statement.Cue is { } cue ? $" “{text.Words(cue)}”" : "")}: {string.Join(" … ", statement.Content.Select(text.Words))}");
        foreach (var item in record.Events.Where(item => item.Sentence == number))
            Line("event", item.Id, $"{item.Type} {string.Join(' ', item.Modes)} ({item.Status}): {Names(item.Actor)} → {Names(item.Recipient)}, by “{text.Words(item.Trigger)}”, rule {item.Rule}, confidence {item.Confidence.ToString("0.##", CultureInfo.InvariantCulture)}{(item.ReportedBy is null ? "" : ", only told in " + item.ReportedBy)}");
        foreach (var position in record.Positions.Where(position => Here(position.Span.Begin, position.Span.End)))
            Line("position", position.Id, $"{Names([position.Holder])} {position.Stance} {(position.Toward is { } toward ? Names([toward]) : "")} {position.About}");
        foreach (var demand in record.Demands.Where(demand => Here(demand.Span.Begin, demand.Span.End)))
            Line("demand", demand.Id, $"{Names(demand.By)} of {Names(demand.Of)}: {text.Words(demand.Content)}{(demand.Deadline is null ? "" : ", by " + demand.Deadline)}, {demand.Answer}");
    }
}
