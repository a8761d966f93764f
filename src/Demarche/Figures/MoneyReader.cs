using Demarche.Numerals;

namespace Demarche.Figures;

/// <summary>Tells whether a number is money, by what stands before and after it.</summary>
internal sealed class MoneyReader(FigureWords words)
{
    private const double Big = 1000;

    /// <summary>Makes the amount one of money, if it is.</summary>
    public bool TryRead(ReadOnlySpan<Piece> pieces, string text, ref Amount amount)
    {
        var code = Before(pieces, text, ref amount);
        if (code is not null)
            ShortScale(pieces, ref amount);
        var after = After(pieces, text, ref amount, code is not null);
        code ??= after;
        if (code is null)
            return false;
        (amount.Kind, amount.Unit, amount.Head) = (FigureKind.Money, code, pieces[amount.Last].LastToken);
        return true;
    }

    /// <summary>The currency whose sign or code stands before a number; moves the amount's beginning to it.</summary>
    public string? Before(ReadOnlySpan<Piece> pieces, string text, ref Amount amount)
    {
        var at = amount.First - 1;
        if (at < 0)
            return null;
        var word = pieces[at].Word;
        if (words.Vocabulary.Value(word, words.Sign) is var sign and not Vocabulary.Absent)
        {
            amount.First = at;
            if (text[pieces[at].Begin] == '$' && at >= 1 && pieces[at - 1].End == pieces[at].Begin
                && words.Vocabulary.Value(pieces[at - 1].Word, words.DollarPrefix) is var prefix and not Vocabulary.Absent)
            {
                amount.First = at - 1;
                return words.CodeOf(prefix);
            }
            return words.CodeOf(sign);
        }
        if (!char.IsUpper(text[pieces[at].Begin]))
            return null;
        var code = words.Vocabulary.Value(word, words.SignWord);
        if (code == Vocabulary.Absent)
            code = words.Vocabulary.Value(word, words.Code);
        if (code == Vocabulary.Absent)
            return null;
        amount.First = at;
        return words.CodeOf(code);
    }

    // "3m pounds", "$5m": after a sign or before a currency, m is a million.
    private void ShortScale(ReadOnlySpan<Piece> pieces, ref Amount amount)
    {
        var next = amount.NumberLast + 1;
        if (next >= pieces.Length || pieces[next].Begin != pieces[next - 1].End || !words.Is(pieces, next, words.ShortMillion))
            return;
        amount.Scale(1e6);
        amount.Last = amount.NumberLast = next;
    }

    private string? After(ReadOnlySpan<Piece> pieces, string text, ref Amount amount, bool known)
    {
        var before = amount;
        if (!known)
            ShortScale(pieces, ref amount);
        var next = amount.NumberLast + 1;
        if (words.Is(pieces, next, words.OfWord) && double.IsNaN(amount.Value))
            next++;
        if (words.Is(pieces, next, words.Hyphen) && next + 1 < pieces.Length)
            next++;
        var adjective = -1;
        for (var skipped = 0; skipped < 3 && next < pieces.Length; skipped++, next++)
        {
            var word = pieces[next].Word;
            if (words.Vocabulary.Value(word, words.Code) is var code and not Vocabulary.Absent && char.IsUpper(text[pieces[next].Begin]) && skipped == 0
                && !words.Is(pieces, next + 1, words.Money))
            {
                amount.Last = next;
                return words.CodeOf(code);
            }
            if (words.Vocabulary.Value(word, words.Money) is var money and not Vocabulary.Absent)
            {
                var isOther = (words.Is(pieces, next, words.Weight) && words.Is(pieces, next + 1, words.OfWord) && !known)
                    || (words.Is(pieces, next, words.BigNeeded) && !(amount.Value >= Big) && adjective < 0);
                if (isOther)
                    break;
                amount.Last = next;
                var own = words.CodeOf(money);
                return adjective >= 0 ? words.Combined(adjective, own) : own;
            }
            if (words.Vocabulary.Is(word, words.MoneyAdjective))
                adjective = word;
            else if (!char.IsUpper(text[pieces[next].Begin]))
                break;
        }
        if (!known)
            amount = before;
        return null;
    }
}
