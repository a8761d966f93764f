using Demarche.Numerals;

namespace Demarche.Times;

/// <summary>One place of a pattern: the classes of words that may stand there, and the kinds of number.</summary>
/// <param name="Words">Classes of the vocabulary, with the slot that the word's value goes to.</param>
/// <param name="Numbers">Kinds of number.</param>
internal sealed record TimeElement((int Class, TimeSlot Slot, bool Capital)[] Words, TimeSlot[] Numbers)
{
    /// <summary>How many pieces the element takes at a place: 0 where it does not fit.</summary>
    public int Match(ReadOnlySpan<Piece> pieces, int at, string text, TimeWords words, ref TimeMatch match)
    {
        ref readonly var piece = ref pieces[at];
        foreach (var (@class, slot, capital) in Words)
        {
            var value = words.Vocabulary.Value(piece.Word, @class);
            if (value == Vocabulary.Absent || (capital && !char.IsUpper(text[piece.Begin]) && words.Vocabulary.Is(piece.Word, words.Capitals)))
                continue;
            Put(slot, value, ref match);
            return 1;
        }
        foreach (var number in Numbers)
            if (MatchNumber(number, pieces, at, words, ref match) is > 0 and var taken)
                return taken;
        return 0;
    }

    private static int MatchNumber(TimeSlot kind, ReadOnlySpan<Piece> pieces, int at, TimeWords words, ref TimeMatch match)
    {
        ref readonly var piece = ref pieces[at];
        var digits = piece.Kind == PieceKind.Number ? piece.End - piece.Begin : 0;
        var fits = kind switch
        {
            TimeSlot.Number or TimeSlot.Number2 or TimeSlot.Few => true,
            TimeSlot.Year => digits == 4 && piece.Number is >= 1000 and < 2200,
            TimeSlot.Year2 => digits == 2,
            TimeSlot.Day or TimeSlot.Day2 => digits is 1 or 2 && piece.Number is >= 1 and <= 31,
            TimeSlot.Hour => digits is 1 or 2 && piece.Number is >= 1 and <= 12,
            TimeSlot.Time4 => digits == 4 && piece.Number < 2400 && piece.Number % 100 < 60,
            TimeSlot.Ordinal => piece.Kind == PieceKind.Ordinal,
            TimeSlot.Iso => piece.Kind == PieceKind.IsoDate,
            TimeSlot.Numeric => piece.Kind == PieceKind.NumericDate,
            TimeSlot.Clock => piece.Kind == PieceKind.Clock,
            _ => false,
        };
        if (!fits)
            return 0;
        if (kind is not (TimeSlot.Number or TimeSlot.Number2 or TimeSlot.Few))
        {
            Put(kind, (int)piece.Number, ref match);
            return 1;
        }
        if (!words.Numerals.CanBegin(piece) || !words.Numerals.TryRead(pieces, at, out var numeral) || numeral.IsVague != (kind == TimeSlot.Few))
            return 0;
        if (kind == TimeSlot.Number2)
            match.Number2 = numeral.Value;
        else
            (match.Number, match.IsVague) = (numeral.Value, numeral.IsVague);
        return numeral.Last - at + 1;
    }

    private static void Put(TimeSlot slot, int value, ref TimeMatch match)
    {
        switch (slot)
        {
            case TimeSlot.Month: match.Month = value; break;
            case TimeSlot.Weekday: match.Weekday = value; break;
            case TimeSlot.Unit: match.Unit = value; break;
            case TimeSlot.Season: match.Season = value; break;
            case TimeSlot.Part: match.Part = value; break;
            case TimeSlot.Nth: match.Nth = value; break;
            case TimeSlot.Mod: match.Mod = value; break;
            case TimeSlot.Decade: match.Decade = value; break;
            case TimeSlot.One: match.Number = 1; break;
            case TimeSlot.Noon: match.Noon = value; break;
            case TimeSlot.Zone: match.Zone = value; break;
            case TimeSlot.Moment: match.Minutes = value * 60; break;
            case TimeSlot.Year: match.Year = value; break;
            case TimeSlot.Year2: match.Year2 = value; break;
            case TimeSlot.Day: match.Day = value; break;
            case TimeSlot.Day2: match.Day2 = value; break;
            case TimeSlot.Ordinal: (match.Day, match.Nth) = (value, value); break;
            case TimeSlot.Hour: match.Minutes = value * 60; break;
            case TimeSlot.Time4: match.Minutes = ((value / 100) * 60) + (value % 100); break;
            case TimeSlot.Clock: match.Minutes = value; break;
            default: break;
        }
    }
}

/// <summary>Where the value of a pattern's word goes.</summary>
internal enum TimeSlot : byte
{
    None, Month, Weekday, Unit, Season, Part, Nth, Mod, Decade, One, Noon, Zone, Moment,
    Number, Number2, Few, Year, Year2, Day, Day2, Ordinal, Hour, Time4, Iso, Numeric, Clock,
}
