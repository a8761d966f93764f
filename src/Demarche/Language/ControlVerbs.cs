using System.Collections.Frozen;
using Demarche.Knowledge;

namespace Demarche.Language;

/// <summary>Verbs whose object controls the infinitive (Language/control.tsv).</summary>
internal static class ControlVerbs
{
    private static readonly FrozenSet<string> Verbs = Lexicon.Default.Rows("Language/control").Select(row => row["verb"]).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string lemma) => Verbs.Contains(lemma);
}
