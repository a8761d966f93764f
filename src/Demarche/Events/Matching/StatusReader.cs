using Demarche.Events.Grammar;
using Demarche.Language;

namespace Demarche.Events.Matching;

/// <summary>What the auxiliaries, the mood and the conjunctions of a clause say about its act.</summary>
/// <param name="Negated">"not", "never", "no".</param>
/// <param name="Future">"will", "shall", "is going to".</param>
/// <param name="Would">"would".</param>
/// <param name="Possible">"may", "might", "could", "can".</param>
/// <param name="Must">"must", "should", "has to", "needs to".</param>
/// <param name="Condition">"if", "unless", "whether".</param>
/// <param name="Anterior">"had": before the time told.</param>
internal readonly record struct ClauseMood(bool Negated, bool Future, bool Would, bool Possible, bool Must, bool Condition, bool Anterior)
{
    /// <summary>The mood of a verb or a predicate; a noun has that of its determiner.</summary>
    public static ClauseMood Of(SentenceView view, int token, EventWords words)
    {
        bool future = false, would = false, possible = false, must = false, condition = false, anterior = false;
        var bearer = token;
        foreach (var child in view.Children(bearer))
        {
            var relation = view.Relation(child);
            if (relation is Deprel.aux)
                switch (view.Lower(child))
                {
                    case "will" or "shall" or "'ll" or "’ll" or "wo" or "gonna":
                        future = true;
                        break;
                    // "would like him to go" is a wish of today.
                    case "would" or "'d" or "’d" when view.Lemma(child) is not "have" && view.Lemma(token) is not ("like" or "prefer"):
                        would = true;
                        break;
                    case "may" or "might" or "could" or "can" or "ca":
                        possible = true;
                        break;
                    case "must" or "should" or "ought":
                        must = true;
                        break;
                    case "had":
                        anterior = true;
                        break;
                }
            else if (relation is Deprel.mark or Deprel.advmod && words.Conditions.Contains(view.Lower(child)))
                condition = true;
        }
        return new(view.IsNegated(token), future, would, possible, must, condition, anterior);
    }

    /// <summary>The status that the mood alone gives.</summary>
    public EventStatus Status =>
        Negated ? EventStatus.Negated
        : Condition || Possible || Would || Must ? EventStatus.Hypothetical
        : Future ? EventStatus.Planned
        : EventStatus.Actual;
}
