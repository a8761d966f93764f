using Demarche.Demands;
using Demarche.Documents;
using Demarche.Entities;
using Demarche.Events;
using Demarche.Figures;
using Demarche.Knowledge;
using Demarche.Language;
using Demarche.Places;
using Demarche.Positions;
using Demarche.Statements;
using Demarche.Times;

namespace Demarche;

/// <summary>Puts a <see cref="Coder"/> together. Mutable, for one thread.</summary>
public sealed class CoderBuilder
{
    private readonly List<IStep> _steps = [];

    /// <summary>The knowledge files that the steps read.</summary>
    public Lexicon Lexicon { get; private set; } = Lexicon.Default;

    /// <summary>Takes a user's folder of knowledge files beside the library's own; the user's win.</summary>
    public CoderBuilder UseLexicon(Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        Lexicon = lexicon;
        return this;
    }

    /// <summary>Adds a step after those that are there.</summary>
    public CoderBuilder Add(IStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        _steps.Add(step);
        return this;
    }

    /// <summary>Adds all of the library's own steps. Call <see cref="UseLexicon"/> before.</summary>
    /// <exception cref="LexiconException">A knowledge file is broken.</exception>
    public CoderBuilder AddAll() =>
        Add(LanguageEngine.Load())
        .Add(TimeFinder.Load(Lexicon))
        .Add(StatementFinder.Load(Lexicon))
        .Add(PlaceFinder.Load(Lexicon))
        .Add(EntityResolver.Load(Lexicon))
        .Add(FigureFinder.Load(Lexicon))
        .Add(EventCoder.Load(Lexicon))
        .Add(PositionFinder.Load(Lexicon))
        .Add(DemandFinder.Load(Lexicon));

    /// <summary>Makes the coder.</summary>
    /// <exception cref="InvalidOperationException">A step needs a layer that no step before it gives, or two give the same.</exception>
    public Coder Build()
    {
        HashSet<Layer> given = [];
        foreach (var step in _steps)
        {
            foreach (var need in step.Needs)
                if (!given.Contains(need))
                    throw new InvalidOperationException($"{step.GetType().Name} needs the layer '{need}', which no step before it gives.");
            if (!given.Add(step.Gives))
                throw new InvalidOperationException($"{step.GetType().Name} gives the layer '{step.Gives}', which a step before it gives already.");
        }
        return new([.. _steps], Lexicon);
    }
}
