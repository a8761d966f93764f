namespace Demarche.Language;

/// <summary>Which neighbouring tokens UD writes as one multiword token: "don't", "Smith's", "cannot".</summary>
internal static class Contractions
{
    public static bool Joins(Token left, Token right)
    {
        if (left.Form.Length == 0 || !char.IsLetterOrDigit(left.Form[^1]) && left.Form[^1] != '.')
            return false;
        var form = right.Form.ToLowerInvariant().Replace('’', '\'').Replace('`', '\'');
        return form switch
        {
            "n't" or "'s" or "'m" or "'re" or "'ve" or "'ll" or "'d" or "nt" or "'" when form != "'" || right.Xpos == "POS" => true,
            "not" or "na" or "ta" or "m" or "ve" or "re" or "s" or "me" => left.Form.ToLowerInvariant() is "can" or "gon" or "wan" or "got" or "i" or "you" or "they" or "we" or "that" or "what" or "there" or "here" or "let" or "lem" or "gim",
            _ => false,
        };
    }
}
