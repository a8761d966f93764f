using System.Collections.Frozen;
using Demarche.Knowledge;

namespace Demarche.Language;

/// <summary>Verbs that are seldom without an object (Language/transitive.tsv), for objects that the tree shares or leaves out.</summary>
internal static class TransitiveVerbs
{
    private static readonly FrozenSet<string> Verbs = Lexicon.Default.Rows("Language/transitive").Select(row => row["verb"]).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string lemma) => Verbs.Contains(lemma);
}
