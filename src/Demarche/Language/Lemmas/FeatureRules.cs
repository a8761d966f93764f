namespace Demarche.Language.Lemmas;

/// <summary>Morphological features from a word's Penn tag, its letters and its place in the tree.</summary>
internal static class FeatureRules
{
    private const Features Singular3 = Features.Third | Features.Sing | Features.Prs;

    public static Features Of(string form, Upos upos, string xpos) => xpos switch
    {
        "NN" or "NNP" => Features.Sing,
        "NNS" or "NNPS" => Features.Plur,
        "VBD" => Features.Past | Features.Fin | Features.Ind,
        "VBZ" => Features.Pres | Features.Fin | Features.Ind | Features.Sing | Features.Third,
        "VBP" => Features.Pres | Features.Fin | Features.Ind,
        "VB" => Features.Inf,
        "VBG" => Features.Part | Features.Pres,
        "VBN" => Features.Part | Features.Past,
        "MD" => Features.Fin,
        "JJ" or "RB" when upos is Upos.ADJ or Upos.ADV => Features.Pos,
        "RB" when upos == Upos.PART => Features.Neg,
        "JJR" or "RBR" => Features.Cmp,
        "JJS" or "RBS" => Features.Sup,
        "PRP" => Personal(form),
        "PRP$" => Personal(form) | Features.Poss | Features.Gen,
        "DT" => Determiner(form),
        "WDT" or "WP" or "WP$" or "WRB" => Features.Int | (xpos == "WP$" ? Features.Poss : 0),
        _ => Features.None,
    };

    /// <summary>What the tree adds: passive participles, imperatives, relative pronouns.</summary>
    public static Features InTree(Features features, string xpos, Deprel relation, bool hasPassive, bool hasSubject, bool hasAuxiliary, bool hasMark, bool inRelative) => xpos switch
    {
        "VBN" when hasPassive || (!hasAuxiliary && relation is Deprel.acl or Deprel.amod or Deprel.advcl) => features | Features.Pass,
        "VB" when !hasSubject && !hasAuxiliary && !hasMark && relation is Deprel.root or Deprel.parataxis or Deprel.ccomp or Deprel.conj =>
            (features & ~Features.Inf) | Features.Imp | Features.Fin,
        "WDT" or "WP" or "WP$" or "WRB" when inRelative => (features & ~Features.Int) | Features.Rel,
        _ => features,
    };

    private static Features Personal(string form) => form.ToLowerInvariant() switch
    {
        "i" => Features.First | Features.Sing | Features.Nom | Features.Prs,
        "me" => Features.First | Features.Sing | Features.Acc | Features.Prs,
        "my" or "mine" => Features.First | Features.Sing | Features.Prs,
        "myself" => Features.First | Features.Sing | Features.Reflex | Features.Prs,
        "we" => Features.First | Features.Plur | Features.Nom | Features.Prs,
        "us" => Features.First | Features.Plur | Features.Acc | Features.Prs,
        "our" or "ours" => Features.First | Features.Plur | Features.Prs,
        "ourselves" => Features.First | Features.Plur | Features.Reflex | Features.Prs,
        "you" or "your" or "yours" or "ye" => Features.Second | Features.Prs,
        "yourself" or "yourselves" => Features.Second | Features.Reflex | Features.Prs,
        "he" => Singular3 | Features.Masc | Features.Nom,
        "him" => Singular3 | Features.Masc | Features.Acc,
        "his" => Singular3 | Features.Masc,
        "himself" => Singular3 | Features.Masc | Features.Reflex,
        "she" => Singular3 | Features.Fem | Features.Nom,
        "her" or "hers" => Singular3 | Features.Fem,
        "herself" => Singular3 | Features.Fem | Features.Reflex,
        "it" or "its" => Singular3 | Features.Neut,
        "itself" => Singular3 | Features.Neut | Features.Reflex,
        "they" => Features.Third | Features.Plur | Features.Nom | Features.Prs,
        "them" => Features.Third | Features.Plur | Features.Acc | Features.Prs,
        "their" or "theirs" => Features.Third | Features.Plur | Features.Prs,
        "themselves" => Features.Third | Features.Plur | Features.Reflex | Features.Prs,
        _ => Features.Prs,
    };

    private static Features Determiner(string form) => form.ToLowerInvariant() switch
    {
        "the" or "a" or "an" => Features.Art,
        "this" or "that" => Features.Dem | Features.Sing,
        "these" or "those" => Features.Dem | Features.Plur,
        "no" => Features.Neg,
        _ => Features.None,
    };
}
