using Demarche.Language;
using Demarche.Times;

namespace Demarche.Figures;

/// <summary>Finds the noun that a number counts: "five previous Security Council resolutions" counts resolutions.</summary>
internal sealed class CountedNoun(FigureWords words)
{
    private const int Reach = 9;

    /// <summary>The noun's token after a number's last token, or -1.</summary>
    public int Find(Sentence sentence, int last, ReadOnlySpan<TimeExpression> times)
    {
        var tokens = sentence.Tokens.AsSpan();
        var at = last + 1;
        if (at < tokens.Length && tokens[at].Form is "of")
        {
            at++;
            while (at < tokens.Length && tokens[at].Upos is Upos.DET or Upos.PRON)
                at++;
        }
        var noun = -1;
        for (; at < tokens.Length && at <= last + Reach; at++)
        {
            ref readonly var token = ref tokens[at];
            if (InTime(at, times))
                break;
            var isNoun = token.Upos is Upos.NOUN or Upos.PROPN;
            if (isNoun)
            {
                noun = at;
                if (IsPlural(token) && (at + 1 >= tokens.Length || tokens[at + 1].Upos is not (Upos.NOUN or Upos.PROPN) || IsPlural(tokens[at + 1]) || token.Upos == Upos.NOUN && tokens[at + 1].Upos == Upos.PROPN))
                    break;
                continue;
            }
            var goesOn = token.Upos is Upos.ADJ or Upos.NUM
                || token.Form is "-" or "–" or "‑"
                || (token.Upos == Upos.VERB && token.Xpos is "VBN" or "VBG" && at + 1 < tokens.Length && tokens[at + 1].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ)
                || (token.Upos == Upos.ADV && noun < 0 && at + 1 < tokens.Length && tokens[at + 1].Upos is Upos.ADJ or Upos.VERB or Upos.NOUN)
                || (token.Form is "," && noun < 0 && at + 1 < tokens.Length && tokens[at + 1].Upos == Upos.ADJ)
                || (token.Form is "\"" or "“" or "'" or "‘" && noun < 0)
                || (token.Upos is Upos.CCONJ && noun < 0 && (at > last + 1 || token.Form is "or") && at + 1 < tokens.Length && tokens[at + 1].Upos == Upos.ADJ);
            if (!goesOn || (noun >= 0 && token.Upos is Upos.ADJ && token.Form != "-" && !HasNounAfter(tokens, at)))
                break;
        }
        return noun;
    }

    /// <summary>Whether a noun names more than one.</summary>
    public bool IsPlural(in Token token) => token.Is(Features.Plur) || token.Xpos is "NNS" or "NNPS" || words.Is(token, words.Plural);

    private static bool HasNounAfter(ReadOnlySpan<Token> tokens, int at)
    {
        for (var i = at + 1; i < tokens.Length && i <= at + 3; i++)
            if (tokens[i].Upos is Upos.NOUN or Upos.PROPN)
                return true;
            else if (tokens[i].Upos is not Upos.ADJ && tokens[i].Form != "-")
                return false;
        return false;
    }

    private static bool InTime(int token, ReadOnlySpan<TimeExpression> times)
    {
        foreach (var time in times)
            if (time.First <= token && token <= time.Last && time.Kind is not TimeKind.Set)
                return true;
        return false;
    }
}
