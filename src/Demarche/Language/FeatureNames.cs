namespace Demarche.Language;

/// <summary>Features as CoNLL-U writes them.</summary>
internal static class FeatureNames
{
    private static readonly (Features Feature, string Name)[] Names =
    [
        (Features.Nom, "Case=Nom"), (Features.Acc, "Case=Acc"), (Features.Gen, "Case=Gen"),
        (Features.Pos, "Degree=Pos"), (Features.Cmp, "Degree=Cmp"), (Features.Sup, "Degree=Sup"),
        (Features.Masc, "Gender=Masc"), (Features.Fem, "Gender=Fem"), (Features.Neut, "Gender=Neut"),
        (Features.Ind, "Mood=Ind"), (Features.Imp, "Mood=Imp"), (Features.Sub, "Mood=Sub"),
        (Features.Sing, "Number=Sing"), (Features.Plur, "Number=Plur"),
        (Features.First, "Person=1"), (Features.Second, "Person=2"), (Features.Third, "Person=3"),
        (Features.Neg, "Polarity=Neg"), (Features.Poss, "Poss=Yes"),
        (Features.Art, "PronType=Art"), (Features.Dem, "PronType=Dem"), (Features.Int, "PronType=Int"), (Features.Prs, "PronType=Prs"), (Features.Rel, "PronType=Rel"),
        (Features.Reflex, "Reflex=Yes"),
        (Features.Past, "Tense=Past"), (Features.Pres, "Tense=Pres"),
        (Features.Fin, "VerbForm=Fin"), (Features.Ger, "VerbForm=Ger"), (Features.Inf, "VerbForm=Inf"), (Features.Part, "VerbForm=Part"),
        (Features.Pass, "Voice=Pass"),
    ];

    public static string Of(Token token)
    {
        if (token.Features == Features.None)
            return "_";
        return string.Join('|', Names.Where(item => token.Is(item.Feature)).Select(item => item.Name));
    }
}
