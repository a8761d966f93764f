using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Numerals;
using Demarche.Times;

namespace Demarche.Figures;

/// <summary>Finds amounts: of money, of people and what happened to them, of things, distances, lengths of time and shares.</summary>
public sealed class FigureFinder : IStep
{
    private readonly FigureWords _words;
    private readonly AmountFinder _amounts;
    private readonly Parties _parties;
    private readonly FigureSource _sources;

    private FigureFinder(FigureWords words, Parties parties, FigureSource sources)
    {
        _sources = sources;
        _words = words;
        _amounts = new(words);
        _parties = parties;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences, Layers.Times, Layers.Statements, Layers.Entities];

    /// <inheritdoc/>
    public Layer Gives => Layers.Figures;

    /// <summary>Loads the step's knowledge.</summary>
    /// <exception cref="LexiconException">A knowledge file is broken.</exception>
    public static FigureFinder Load(Lexicon lexicon) => new(new FigureWords(lexicon).Bind(), new(lexicon), new(lexicon));

    /// <inheritdoc/>
    public void Run(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var sentences = document.Get(Layers.Sentences);
        var times = document.Get(Layers.Times).All;
        var statements = document.Get(Layers.Statements);
        var entities = document.Get(Layers.Entities);
        var all = ImmutableArray.CreateBuilder<Figure>();
        var reader = new PieceReader(_words.Vocabulary);
        List<Amount> found = [];
        var firstTime = 0;
        for (var number = 0; number < sentences.Count; number++)
        {
            var sentence = sentences[number];
            while (firstTime < times.Length && times[firstTime].Sentence < number)
                firstTime++;
            var lastTime = firstTime;
            while (lastTime < times.Length && times[lastTime].Sentence == number)
                lastTime++;
            var here = times.AsSpan()[firstTime..lastTime];
            var pieces = reader.Read(document.Text, sentence);
            _amounts.Find(pieces, sentence, document.Text, here, found);
            foreach (var amount in found)
            {
                var span = new TextSpan(pieces[amount.First].Begin, pieces[amount.Last].End);
                var statement = statements.At(pieces[amount.First].Begin);
                var (from, to) = amount.Kind is FigureKind.Money or FigureKind.Count
                    ? _parties.Of(sentence, number, amount.Head, amount.Kind == FigureKind.Money, entities)
                    : (amount.Kind is FigureKind.Killed or FigureKind.Injured or FigureKind.Arrested or FigureKind.Displaced ? Parties.DoerOf(sentence, number, amount.Head, entities) : [], []);
                all.Add(new()
                {
                    Id = "f" + (all.Count + 1).ToString(CultureInfo.InvariantCulture),
                    Kind = amount.Kind,
                    Span = span,
                    Sentence = number,
                    Head = amount.Head,
                    Value = Known(amount.Value),
                    Low = Known(amount.Low),
                    High = Known(amount.High),
                    Unit = amount.Unit,
                    Qualifier = amount.Qualifier,
                    From = from,
                    To = to,
                    Period = amount.Kind == FigureKind.Duration ? null : FigurePeriod.Of(sentence, amount.Head, span.Begin, statement, here),
                    Statement = statement?.Id,
                    AccordingTo = (statement?.SpeakerHead is { } speaker ? entities.HeadedAt(speaker) ?? entities.Covering(speaker) : null) ?? _sources.Of(sentence, number, amount.Head, entities),
                });
            }
        }
        document.Add(Layers.Figures, new FigureLayer(all.ToImmutable()));
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
