using Demarche.Language;
using Demarche.Numerals;
using Demarche.Times;

namespace Demarche.Figures;

/// <summary>Finds the amounts of a sentence: number, bounds, qualifier, kind and unit.</summary>
internal sealed class AmountFinder(FigureWords words)
{
    private readonly MoneyReader _money = new(words);
    private readonly CountedNoun _noun = new(words);
    private readonly Casualties _casualties = new(words);

    /// <summary>Adds the sentence's amounts to a list, in order.</summary>
    public void Find(ReadOnlySpan<Piece> pieces, Sentence sentence, string text, ReadOnlySpan<TimeExpression> times, List<Amount> found)
    {
        found.Clear();
        for (var at = 0; at < pieces.Length; at++)
        {
            if (!words.Numerals.CanBegin(pieces[at]))
                continue;
            if (TimeAt(times, pieces[at].Begin) is { } time)
            {
                if (time.Kind == TimeKind.Duration && Duration(pieces, at, time, out var duration))
                    found.Add(duration);
                while (at + 1 < pieces.Length && pieces[at + 1].Begin < time.Span.End)
                    at++;
                continue;
            }
            if (!words.Numerals.TryRead(pieces, at, out var numeral))
                continue;
            var amount = Amount.Of(numeral);
            if (IsFree(pieces, text, numeral) && Complete(pieces, sentence, text, times, ref amount))
                found.Add(amount);
            at = Math.Max(numeral.Last, Math.Min(amount.NumberLast, pieces.Length - 1));
        }
    }

    private static TimeExpression? TimeAt(ReadOnlySpan<TimeExpression> times, int begin)
    {
        foreach (var time in times)
            if (time.Span.Contains(begin))
                return time;
        return null;
    }

    // "F-16", "G20", "Covid-19", "Group of Seven", "Article 5"
    private bool IsFree(ReadOnlySpan<Piece> pieces, string text, in Numeral numeral)
    {
        var (first, last) = (pieces[numeral.First], pieces[numeral.Last]);
        if (first.Begin > 0 && char.IsLetterOrDigit(text[first.Begin - 1]) && numeral.First > 0 && pieces[numeral.First - 1].Kind == PieceKind.Word
            && !words.Is(pieces, numeral.First - 1, words.Code) && !words.Is(pieces, numeral.First - 1, words.SignWord))
            return false;
        if (numeral.First >= 2 && words.Is(pieces, numeral.First - 1, words.Hyphen) && pieces[numeral.First - 1].End == first.Begin
            && pieces[numeral.First - 2].End == pieces[numeral.First - 1].Begin && pieces[numeral.First - 2].Kind is PieceKind.Word or PieceKind.Number)
            return false;
        if (numeral.First > 0 && words.Is(pieces, numeral.First - 1, words.Numbered))
            return false;
        var isName = first.Kind == PieceKind.Word && char.IsUpper(text[first.Begin]) && numeral.First > 0
            && pieces[numeral.First - 1].Kind == PieceKind.Word && words.Is(pieces, numeral.First - 1, words.OfWord);
        var isOrdinal = last.End < text.Length && char.IsLetter(text[last.End]) && last.Kind == PieceKind.Number && !IsUnitGlued(pieces, numeral.Last);
        return !isName && !isOrdinal;
    }

    private bool IsUnitGlued(ReadOnlySpan<Piece> pieces, int last) =>
        last + 1 < pieces.Length && (words.Is(pieces, last + 1, words.Measure) || words.Is(pieces, last + 1, words.ShortMillion) || words.Is(pieces, last + 1, words.Code));

    private bool Complete(ReadOnlySpan<Piece> pieces, Sentence sentence, string text, ReadOnlySpan<TimeExpression> times, ref Amount amount)
    {
        var isFew = words.Vocabulary.Is(pieces[amount.First].Word, words.Few) || (amount.First + 1 <= amount.NumberLast && words.Vocabulary.Is(pieces[amount.First + 1].Word, words.Few));
        if (_money.TryRead(pieces, text, ref amount))
        {
            Range(pieces, text, ref amount, isMoney: true);
            Qualify(pieces, ref amount);
            return true;
        }
        Range(pieces, text, ref amount, isMoney: false);
        if (amount.Kind == FigureKind.Money)
        {
            Qualify(pieces, ref amount);
            return true;
        }
        if (Measured(pieces, ref amount))
        {
            Qualify(pieces, ref amount);
            return true;
        }
        return Counted(pieces, sentence, times, ref amount, isFew);
    }

    // "10 to 15", "between 10 and 15", "$10-12 billion"
    private void Range(ReadOnlySpan<Piece> pieces, string text, ref Amount amount, bool isMoney)
    {
        var next = (isMoney ? amount.Last : amount.NumberLast) + 1;
        if (next + 1 >= pieces.Length || double.IsNaN(amount.Value))
            return;
        var isBetween = words.Is(pieces, amount.First - 1, words.Between) && words.Is(pieces, next, words.And);
        if (!isBetween && (!words.Is(pieces, next, words.RangeTo) || words.Is(pieces, amount.First - 1, words.From)))
            return;
        var at = next + 1;
        while (at < pieces.Length && (words.Is(pieces, at, words.Sign) || words.Is(pieces, at, words.DollarPrefix)))
            at++;
        if (at >= pieces.Length || !words.Numerals.CanBegin(pieces[at]) || !words.Numerals.TryRead(pieces, at, out var other) || other.IsVague)
            return;
        var high = Amount.Of(other);
        high.First = other.First;
        var isMoneyToo = _money.TryRead(pieces, text, ref high);
        if (isMoney && !isMoneyToo && at == next + 1 && !words.Is(pieces, next, words.Hyphen))
            return;
        var low = amount.Value;
        // "10 to 15 million"
        if (low < high.Value / 500 && high.Value >= 1000)
            low *= high.Value >= 1e9 ? 1e9 : high.Value >= 1e6 ? 1e6 : 1000;
        if (!(low < high.Value))
            return;
        if (!isMoney && isMoneyToo)
            (amount.Kind, amount.Unit) = (FigureKind.Money, high.Unit);
        (amount.Value, amount.Low, amount.High) = (double.NaN, low, high.Value);
        amount.Last = high.Last;
        amount.NumberLast = other.Last;
        amount.Head = high.Head;
        if (isBetween)
            amount.First--;
    }

    private bool Measured(ReadOnlySpan<Piece> pieces, ref Amount amount)
    {
        var next = amount.NumberLast + 1;
        if (words.Is(pieces, next, words.OfWord) && double.IsNaN(amount.Value))
            next++;
        if (words.Is(pieces, next, words.Hyphen) && next + 1 < pieces.Length && pieces[next].Begin == pieces[next - 1].End)
            next++;
        var prefix = "";
        if (words.Is(pieces, next, words.Per))
            next++;
        else if (words.Is(pieces, next, words.Square))
            (prefix, next) = ("square ", next + 1);
        else if (words.Is(pieces, next, words.Nautical))
            (prefix, next) = ("nautical ", next + 1);
        if (next >= pieces.Length || words.Vocabulary.Value(pieces[next].Word, words.Measure) is not (>= 0 and var measure))
            return false;
        // "50 pounds of explosives" is weight; a currency's word without a sign stands here only then
        var (kind, unit) = words.UnitOf(measure);
        if (unit == "foot" && next + 1 < pieces.Length && kind != FigureKind.Distance)
            return false;
        (amount.Kind, amount.Unit) = (prefix.StartsWith("square", StringComparison.Ordinal) ? FigureKind.Count : kind, prefix + unit);
        amount.Last = next;
        amount.Head = pieces[next].LastToken;
        return true;
    }

    private bool Counted(ReadOnlySpan<Piece> pieces, Sentence sentence, ReadOnlySpan<TimeExpression> times, ref Amount amount, bool isFew)
    {
        var firstToken = pieces[amount.First].Token;
        var numberToken = pieces[amount.NumberLast].LastToken;
        var next = amount.NumberLast + 1;
        // "35-member", "three-day"
        if (words.Is(pieces, next, words.Hyphen) && pieces[next].Begin == pieces[next - 1].End && next + 1 < pieces.Length && pieces[next + 1].Begin == pieces[next].End)
            return false;
        Qualify(pieces, ref amount, out var lead);
        var noun = _noun.Find(sentence, numberToken, times);
        // "Boeing 737 crews"
        if (firstToken > 0 && sentence[firstToken - 1].Upos == Upos.PROPN && numberToken == firstToken && sentence[firstToken].Head == firstToken - 1)
            return false;
        if (noun >= 0 && amount.Value != 1 && !_noun.IsPlural(sentence[noun]))
            noun = -1;
        var kind = _casualties.Of(sentence, firstToken, numberToken, noun, pieces[lead].Token);
        (amount.Kind, amount.Head) = (kind ?? FigureKind.Count, noun >= 0 ? noun : numberToken);
        if (noun >= 0)
            while (amount.Last + 1 < pieces.Length && pieces[amount.Last + 1].Token <= noun)
                amount.Last++;
        if (amount.Qualifier is null && words.Qualifiers.After(pieces, amount.Last + 1, out _) is { } after)
            amount.Qualifier = after;
        if (isFew && kind is not (null or FigureKind.Killed or FigureKind.Injured))
            return false;
        if (kind is not null)
        {
            amount.Unit = "person";
            return amount.Value != 0;
        }
        // "25,000 of them", "ten of whom"
        if (noun < 0 && amount.Value >= 3 && numberToken + 2 < sentence.Count && sentence[numberToken + 1].Form == "of" && sentence[numberToken + 2].Form is "them" or "whom" or "us")
        {
            amount.Unit = "person";
            return true;
        }
        if (noun < 0 || !IsCounted(sentence, pieces, noun, firstToken, amount, isFew))
            return false;
        var lemma = sentence[noun].Lemma.ToLowerInvariant();
        amount.Unit = lemma is "people" ? "person" : lemma;
        return true;
    }

    // Small numbers that point at known things ("the two leaders"), "one" by itself and "several" count nothing worth a record.
    private bool IsCounted(Sentence sentence, ReadOnlySpan<Piece> pieces, int noun, int firstToken, in Amount amount, bool isFew)
    {
        ref readonly var token = ref sentence.Tokens.AsSpan()[noun];
        if (isFew || amount.Value == 0 || words.Vocabulary.Is(words.Vocabulary.Find(token.Lemma), words.Uncounted) || words.Vocabulary.Is(words.Vocabulary.Find(token.Form), words.UncountedPlural))
            return false;
        // "one in three visits"
        if (firstToken > 1 && sentence[firstToken - 1].Form is "in" && sentence[firstToken - 2].Upos == Upos.NUM)
            return false;
        if (amount.Value == 1)
            return amount.Qualifier is not null && token.Upos == Upos.NOUN;
        if (amount.Value == 2 && amount.Qualifier is null && !words.Is(token, words.Material) && !words.Is(token, words.Person) && !words.Is(token, words.Inanimate))
            return false;
        if (amount.Value < 5 && firstToken > 0 && words.Vocabulary.Is(words.Vocabulary.Find(sentence[firstToken - 1].Form.TrimStart('\'', '’')), words.Definite))
            return false;
        return true;
    }

    private void Qualify(ReadOnlySpan<Piece> pieces, ref Amount amount) => Qualify(pieces, ref amount, out _);

    private void Qualify(ReadOnlySpan<Piece> pieces, ref Amount amount, out int lead)
    {
        var before = words.Qualifiers.Before(pieces, amount.First, out lead);
        var after = before is null ? words.Qualifiers.After(pieces, Math.Max(amount.Last, amount.NumberLast) + 1, out _) : null;
        var qualifier = before ?? after;
        if (qualifier is null)
            return;
        // "more than a dozen", "up to hundreds": a vague number stays vague, but for its bounds
        if (amount.Qualifier == FigureQualifier.Vague)
            return;
        amount.Qualifier = qualifier;
    }

    // "within 72 hours", "an 11-year lull"
    private bool Duration(ReadOnlySpan<Piece> pieces, int at, TimeExpression time, out Amount amount)
    {
        amount = default;
        var isArticle = words.Is(pieces, at, words.Article);
        Numeral numeral;
        if (!words.Numerals.TryRead(pieces, at, out numeral))
        {
            if (!isArticle)
                return false;
            numeral = Numeral.Exact(at, at, 1);
        }
        if (numeral.IsVague)
            return false;
        amount = Amount.Of(numeral);
        for (var i = numeral.Last + 1; i < pieces.Length && pieces[i].Begin < time.Span.End; i++)
        {
            // "15-20 minutes", "between 60 and 90 days"
            if ((words.Is(pieces, i, words.RangeTo) || (words.Is(pieces, i, words.And) && words.Is(pieces, at - 1, words.Between)))
                && i + 1 < pieces.Length && words.Numerals.CanBegin(pieces[i + 1]) && words.Numerals.TryRead(pieces, i + 1, out var other) && other.Value > amount.Value)
            {
                (amount.Low, amount.High, amount.Value) = (amount.Value, other.Value, double.NaN);
                i = other.Last;
                continue;
            }
            if (words.Vocabulary.Value(pieces[i].Word, words.TimeUnit) is not (> 0 and var unit))
                continue;
            (amount.Kind, amount.Unit, amount.Last, amount.Head) = (FigureKind.Duration, FigureWords.TimeUnitName(unit), i, pieces[i].LastToken);
            Qualify(pieces, ref amount, out var lead);
            // "over five years" is as often during as more than
            if (lead == amount.First - 1 && words.Is(pieces, lead, words.OverWord) && !words.Is(pieces, lead - 1, words.Lasting))
                amount.Qualifier = null;
            return !isArticle || amount.Qualifier is not null || numeral.Last > at;
        }
        return false;
    }
}
