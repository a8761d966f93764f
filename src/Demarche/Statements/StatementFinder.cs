using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Statements;

/// <summary>Finds who said what.</summary>
public sealed class StatementFinder : IStep
{
    private readonly VerbReader _verbs;
    private readonly NounReader _nouns;
    private readonly PhraseReader _phrases;
    private readonly LayoutReader _layouts;
    private readonly QuoteAttribution _quotes;

    private StatementFinder(CueTable cues)
    {
        SpeakerReader speakers = new(cues);
        _verbs = new(cues, speakers);
        _nouns = new(cues, speakers);
        _phrases = new(cues, speakers);
        _layouts = new(cues, speakers);
        _quotes = new(cues, _verbs, speakers);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences];

    /// <inheritdoc/>
    public Layer Gives => Layers.Statements;

    /// <summary>Loads the step's knowledge.</summary>
    /// <exception cref="LexiconException">A knowledge file is broken.</exception>
    public static StatementFinder Load(Lexicon lexicon) => new(CueTable.Load(lexicon));

    /// <inheritdoc/>
    public void Run(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        document.Add(Layers.Statements, new StatementLayer(Find(document.Text, document.Get(Layers.Sentences))));
    }

    /// <summary>The statements of a text.</summary>
    internal ImmutableArray<Statement> Find(string text, SentenceList sentences)
    {
        var quotations = QuoteScanner.Scan(text, sentences);
        SentenceReader reader = new(text, sentences);
        List<Draft> drafts = [];
        for (var number = 0; number < sentences.Count; number++)
        {
            reader.Enter(number);
            for (var token = 0; token < reader.Sentence.Count; token++)
                if ((_phrases.Read(reader, token) ?? _verbs.Read(reader, token) ?? _nouns.Read(reader, token)) is { } draft)
                    drafts.Add(draft);
        }
        _quotes.Run(reader, quotations, drafts);
        _layouts.Run(reader, quotations, drafts);
        return StatementAssembler.Assemble(reader, quotations, drafts);
    }
}
