using Demarche.Language;
using Demarche.Statements;
using Demarche.Times;

namespace Demarche.Figures;

/// <summary>Tells over which time a number is counted: the time told nearest in its clause.</summary>
internal static class FigurePeriod
{
    public static string? Of(Sentence sentence, int head, int begin, Statement? statement, ReadOnlySpan<TimeExpression> times)
    {
        string? best = null;
        var nearest = int.MaxValue;
        var clause = Clause(sentence, head);
        foreach (var time in times)
        {
            if (time.Kind is TimeKind.Duration or TimeKind.Set || time.Value is null || time.Value.EndsWith("_REF", StringComparison.Ordinal))
                continue;
            // A day told beside "said" is the day of the statement, not of what is counted in it.
            if (statement is not null && !Holds(statement, time.Span.Begin) && Holds(statement, begin))
                continue;
            var distance = Math.Abs(time.First - head) + (Clause(sentence, time.First) == clause ? 0 : 100);
            if (distance < nearest)
                (best, nearest) = (time.Value, distance);
        }
        return best;
    }

    private static bool Holds(Statement statement, int at)
    {
        foreach (var part in statement.Content)
            if (part.Contains(at))
                return true;
        return false;
    }

    private static int Clause(Sentence sentence, int token)
    {
        for (var steps = 0; steps < 24 && sentence[token].Head >= 0 && sentence[token].Upos is not (Upos.VERB or Upos.AUX); steps++)
            token = sentence[token].Head;
        return token;
    }
}
