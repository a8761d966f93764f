using Demarche.Language;

namespace Demarche.Statements;

/// <summary>Forms of verbs.</summary>
internal static class Verbs
{
    /// <summary>Whether the clause of a token is a "to" infinitive.</summary>
    public static bool IsInfinitive(Sentence sentence, int token)
    {
        foreach (var child in sentence.Children(token))
            if (child < token && sentence[child].Lemma == "to" && (sentence[child].Upos == Upos.PART || sentence[token].Xpos == "VB"))
                return true;
        return false;
    }

    /// <summary>Whether the token is an -ing form that heads a clause.</summary>
    public static bool IsGerund(Sentence sentence, int token) => sentence[token].Xpos == "VBG";

    /// <summary>Whether a word denies: "not", "n't", "never", "no".</summary>
    public static bool IsNegation(in Token token) => token.Lemma is "not" or "n't" or "never" or "nor" || token.Form is "n't" or "n’t";
}
