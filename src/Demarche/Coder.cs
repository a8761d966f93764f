using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Reading;
using Demarche.Records;

namespace Demarche;

/// <summary>Turns articles into records. Immutable; many threads may use one coder.</summary>
public sealed class Coder
{
    private readonly ImmutableArray<IStep> _steps;
    private readonly CoderVersion _version;

    internal Coder(ImmutableArray<IStep> steps, Lexicon lexicon)
    {
        _steps = steps;
        _version = CoderVersion.Of(lexicon);
    }

    /// <summary>What makes this coder's records what they are.</summary>
    public CoderVersion Version => _version;

    /// <summary>A coder with all of the library's own steps and files.</summary>
    public static Coder CreateDefault() => new CoderBuilder().AddAll().Build();

    /// <summary>Runs all steps over an article and keeps the layers, for those who want to look inside.</summary>
    public Document Analyze(Article article)
    {
        var document = new Document(article);
        foreach (var step in _steps)
            step.Run(document);
        return document;
    }

    /// <summary>Why a sentence of an analysed document has the events that it has; null where the coder has no event step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The document has no such sentence.</exception>
    public EventExplanation? ExplainEvents(Document document, int sentence) =>
        _steps.OfType<EventCoder>().FirstOrDefault() is { } events ? EventExplanation.Of(events, document, sentence) : null;

    /// <summary>Codes an article. One that is not in English gets a record of its text alone.</summary>
    public Record Code(Article article) => article.Source.Language is { } language and not "en" && language.Length == 2
        ? RecordWriter.WriteUncoded(article, _version)
        : RecordWriter.Write(Analyze(article), _version);
}
