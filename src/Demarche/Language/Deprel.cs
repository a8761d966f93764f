namespace Demarche.Language;

/// <summary>
/// Universal Dependencies relations of English, with their subtypes. A subtype is written with an underscore
/// where UD writes a colon; <see cref="Deprels.Name"/> gives UD's spelling.
/// </summary>
public enum Deprel : byte
{
#pragma warning disable CS1591 // the names are UD's own
    dep, acl, acl_relcl, advcl, advcl_relcl, advmod, advmod_emph, amod, appos, aux, aux_pass, @case, cc, cc_preconj, ccomp, clf, compound, compound_prt,
    conj, cop, csubj, csubj_outer, csubj_pass, det, det_predet, discourse, dislocated, expl, @fixed, flat, goeswith, iobj, list, mark, nmod,
    nmod_desc, nmod_poss, nmod_unmarked, nsubj, nsubj_outer, nsubj_pass, nummod, obj, obl, obl_agent, obl_unmarked, orphan, parataxis, punct,
    reparandum, root, vocative, xcomp,
#pragma warning restore CS1591
}

/// <summary>Names of <see cref="Deprel"/> values.</summary>
public static class Deprels
{
    private static readonly string[] Names = [.. Enum.GetNames<Deprel>().Select(name => name.Replace('_', ':'))];
    private static readonly Dictionary<string, Deprel> ByName =
        Enum.GetValues<Deprel>().ToDictionary(rel => Names[(int)rel], StringComparer.Ordinal);

    /// <summary>UD's spelling: "nsubj:pass".</summary>
    public static string Name(this Deprel relation) => Names[(int)relation];

    /// <summary>Reads UD's spelling; an unknown subtype gives its main relation, an unknown relation <see cref="Deprel.dep"/>.</summary>
    public static Deprel Parse(string name)
    {
        if (ByName.TryGetValue(name, out var relation))
            return relation;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && ByName.TryGetValue(name[..colon], out relation) ? relation : Deprel.dep;
    }
}
