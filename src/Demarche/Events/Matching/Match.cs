using Demarche.Entities;
using Demarche.Events.Grammar;
using Demarche.Events.RuleLanguage;

namespace Demarche.Events.Matching;

/// <summary>A pattern that holds somewhere, with its parties. Filled by the matcher, then read only.</summary>
internal sealed class Match(Pattern pattern, Frame frame)
{
    public Pattern Pattern { get; } = pattern;

    public Frame Frame { get; } = frame;

    public List<Entity> Actors { get; } = [];

    public List<Entity> Recipients { get; } = [];

    /// <summary>The tokens of the parts, in the order of the pattern; -1 for particles and clauses.</summary>
    public List<int> Fillers { get; } = [];

    /// <summary>The noun of a light verb ("talks" of "hold talks"), else -1: no rule of its own is tried on it.</summary>
    public int Noun { get; set; } = -1;

    /// <summary>The head of the clause that the pattern asks for, else -1.</summary>
    public int Clause { get; set; } = -1;

    /// <summary>Whether the recipients were taken from that clause.</summary>
    public bool RecipientInClause { get; set; }

    public Found ActorFound { get; set; }

    public Found RecipientFound { get; set; }

    /// <summary>The token that stands for the event in the tree: the verb, or the noun that triggers it.</summary>
    public int Token => Frame.Trigger;
}
