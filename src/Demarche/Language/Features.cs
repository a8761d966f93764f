namespace Demarche.Language;

/// <summary>Morphological features that later steps read, as UD defines them (universaldependencies.org/u/feat).</summary>
[Flags]
public enum Features : uint
{
#pragma warning disable CS1591 // the names are UD's own
    None = 0,
    Sing = 1 << 0, Plur = 1 << 1,
    First = 1 << 2, Second = 1 << 3, Third = 1 << 4,
    Past = 1 << 5, Pres = 1 << 6,
    Fin = 1 << 7, Inf = 1 << 8, Part = 1 << 9, Ger = 1 << 10,
    Ind = 1 << 11, Imp = 1 << 12, Sub = 1 << 13,
    Pass = 1 << 14,
    Nom = 1 << 15, Acc = 1 << 16, Gen = 1 << 17,
    Masc = 1 << 18, Fem = 1 << 19, Neut = 1 << 20,
    Cmp = 1 << 21, Sup = 1 << 22, Pos = 1 << 23,
    Neg = 1 << 24,
    Poss = 1 << 25, Reflex = 1 << 26,
    Dem = 1 << 27, Rel = 1 << 28, Int = 1 << 29, Prs = 1 << 30, Art = 1u << 31,
#pragma warning restore CS1591
}
