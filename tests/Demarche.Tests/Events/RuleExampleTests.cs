using Demarche.Documents;
using Demarche.Entities;
using Demarche.Events;
using Demarche.Events.RuleLanguage;
using Demarche.Figures;
using Demarche.Knowledge;
using Demarche.Language;
using Demarche.Places;
using Demarche.Reading;
using Demarche.Statements;
using Demarche.Times;

namespace Demarche.Tests.Events;

/// <summary>Runs the example of every rule and of every row of the composition table.</summary>
public sealed class RuleExampleTests
{
    private static readonly LanguageEngine Engine = LanguageEngine.Load();
    private static readonly StatementFinder Statements = StatementFinder.Load(Lexicon.Default);
    private static readonly EventCoder Coder = EventCoder.Load(Lexicon.Default);

    public static TheoryData<string> Rules() => [.. Coder.Book.Examples.Concat(Coder.Composition.Examples).Select(example => example.Rule).Distinct()];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_reads_its_examples(string rule)
    {
        foreach (var example in Coder.Book.Examples.Concat(Coder.Composition.Examples).Where(example => example.Rule == rule))
        {
            var events = EventsOf(example.Sentence);
            var told = string.Join("; ", events.Select(Tell));
            Assert.True(Holds(example.Expected, events), $"{example.Origin}:{example.Line}: expected '{example.Expected}', read '{told}' in: {example.Sentence}");
        }
    }

    internal static IReadOnlyList<Event> EventsOf(string sentence)
    {
        var document = new Document(new Article { Id = "example", Text = sentence });
        Engine.Run(document);
        document.Add(Layers.Times, new TimeLayer([]));
        Statements.Run(document);
        document.Add(Layers.Places, new PlaceLayer([]));
        document.Add(Layers.Entities, NounPhraseEntities.Of(document.Get(Layers.Sentences)));
        document.Add(Layers.Figures, new FigureLayer([]));
        Coder.Run(document);
        return document.Get(Layers.Events).All;
    }

    internal static string Tell(Event item) =>
        $"{item.Type.ToString().ToUpperInvariant()} {Names(item.Actors)} > {Names(item.Recipients)} ({item.Status.ToString().ToLowerInvariant()}) {item.Rule}";

    private static string Names(IEnumerable<Entity> entities) => string.Join(", ", entities.Select(entity => entity.Name));

    /// <summary>Whether an event is what "TYPE actor, actor &gt; recipient (status)" says.</summary>
    internal static bool Holds(string expected, IReadOnlyList<Event> events)
    {
        if (expected == "none")
            return events.Count == 0;
        var status = "actual";
        if (expected.LastIndexOf('(') is > 0 and var bracket)
            (status, expected) = (expected[(bracket + 1)..].TrimEnd(')', ' '), expected[..bracket].Trim());
        var space = expected.IndexOf(' ', StringComparison.Ordinal);
        var types = (space < 0 ? expected : expected[..space]).Split('|');
        var sides = space < 0 ? [] : expected[space..].Split('>');
        return events.Any(item =>
            types.Contains(item.Type.ToString(), StringComparer.OrdinalIgnoreCase)
            && item.Status.ToString().Equals(status, StringComparison.OrdinalIgnoreCase)
            && All(sides, 0, item.Actors) && All(sides, 1, item.Recipients));
    }

    private static bool All(string[] sides, int side, IReadOnlyList<Entity> entities) =>
        side >= sides.Length || sides[side].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .All(name => entities.Any(entity => entity.Name.Contains(name, StringComparison.Ordinal)));
}
