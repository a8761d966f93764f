using System.Runtime.InteropServices;
using Demarche.Language;

namespace Demarche.Numerals;

/// <summary>Cuts a sentence into pieces. Holds one sentence at a time; not for several threads.</summary>
internal sealed class PieceReader(Vocabulary vocabulary)
{
    private readonly List<Piece> _pieces = [];

    /// <summary>The pieces of the sentence.</summary>
    public ReadOnlySpan<Piece> Read(string text, Sentence sentence)
    {
        _pieces.Clear();
        var tokens = sentence.Tokens.AsSpan();
        if (tokens.IsEmpty)
            return default;
        var at = Math.Max(0, tokens[0].Span.Begin);
        var end = Math.Min(text.Length, tokens[^1].Span.End);
        var token = 0;
        while (at < end)
        {
            var letter = text[at];
            if (char.IsWhiteSpace(letter))
            {
                at++;
                continue;
            }
            while (token + 1 < tokens.Length && tokens[token].Span.End <= at)
                token++;
            var (kind, stop, number, letters) = char.IsAsciiDigit(letter) ? Digits(text, at, end) : Letters(text, at, end);
            var last = token;
            while (last + 1 < tokens.Length && tokens[last].Span.End < stop)
                last++;
            var word = letters - at <= 16 ? vocabulary.Find(text.AsSpan(at, letters - at)) : -1;
            _pieces.Add(new(kind, at, stop, token, last, word, number));
            at = stop;
        }
        return CollectionsMarshal.AsSpan(_pieces);
    }

    private static (PieceKind Kind, int Stop, double Number, int Letters) Letters(string text, int at, int end)
    {
        if (!char.IsLetter(text[at]))
            return (PieceKind.Symbol, at + 1, 0, at + 1);
        var stop = at + 1;
        while (stop < end && char.IsLetter(text[stop]))
            stop++;
        // "a.m.", "U.S."
        if (stop - at == 1)
        {
            while (stop + 1 < end && text[stop] == '.' && char.IsLetter(text[stop + 1]) && (stop + 2 >= end || !char.IsLetter(text[stop + 2])))
                stop += 2;
            if (stop - at > 1)
                return (PieceKind.Word, stop < end && text[stop] == '.' ? stop + 1 : stop, 0, stop);
        }
        // "Jan. 24": an abbreviation's full stop, if a digit, a small letter or a comma follows.
        if (stop - at <= 5 && stop < end && text[stop] == '.')
        {
            var next = stop + 1;
            while (next < end && text[next] == ' ')
                next++;
            if (next < end && (next > stop + 1 || text[next] == ',') && (char.IsAsciiDigit(text[next]) || char.IsLower(text[next]) || text[next] == ','))
                return (PieceKind.Word, stop + 1, 0, stop);
        }
        return (PieceKind.Word, stop, 0, stop);
    }

    private static (PieceKind Kind, int Stop, double Number, int Letters) Digits(string text, int at, int end)
    {
        var first = Run(text, at, end);
        if (first < end && first - at <= 4 && IsJoint(text[first]))
        {
            // d-d-d, d/d/d, d.d.d and h:mm
            var second = Run(text, first + 1, end);
            var joint = text[first];
            if (second > first + 1 && joint == ':')
                return first - at <= 2 && second - first == 3 ? Clock(text, at, first, second, end) : Plain(text, at, end);
            if (second > first + 1 && second < end && text[second] == joint)
            {
                var third = Run(text, second + 1, end);
                var glued = third < end && (char.IsLetterOrDigit(text[third]) || (text[third] == joint && third + 1 < end && char.IsAsciiDigit(text[third + 1])));
                if (!glued && first - at == 4 && second - first is 2 or 3 && third - second is 2 or 3)
                    return (PieceKind.IsoDate, third, 0, third);
                if (!glued && first - at <= 2 && second - first <= 3 && third - second is 3 or 5)
                    return (PieceKind.NumericDate, third, 0, third);
            }
        }
        if (first + 2 <= end && (first + 2 == end || !char.IsLetterOrDigit(text[first + 2])) && IsOrdinalEnding(text.AsSpan(first, 2)))
            return (PieceKind.Ordinal, first + 2, Value(text.AsSpan(at, first - at)), first);
        return Plain(text, at, end);
    }

    private static (PieceKind Kind, int Stop, double Number, int Letters) Clock(string text, int at, int first, int second, int end)
    {
        // seconds, if they are there
        if (second < end && text[second] == ':' && Run(text, second + 1, end) - second == 3)
            second += 3;
        var hour = Value(text.AsSpan(at, first - at));
        var minute = Value(text.AsSpan(first + 1, 2));
        return hour < 25 && minute < 60 ? (PieceKind.Clock, second, (hour * 60) + minute, second) : (PieceKind.Symbol, second, 0, second);
    }

    private static (PieceKind Kind, int Stop, double Number, int Letters) Plain(string text, int at, int end)
    {
        var stop = Run(text, at, end);
        // 1,200,000
        if (stop - at <= 3)
            while (stop + 4 <= end && text[stop] == ',' && Run(text, stop + 1, end) == stop + 4)
                stop += 4;
        if (stop + 1 < end && text[stop] == '.' && char.IsAsciiDigit(text[stop + 1]))
            stop = Run(text, stop + 1, end);
        return (PieceKind.Number, stop, Value(text.AsSpan(at, stop - at)), stop);
    }

    private static int Run(string text, int at, int end)
    {
        while (at < end && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    private static bool IsJoint(char letter) => letter is '-' or '/' or '.' or ':';

    private static bool IsOrdinalEnding(ReadOnlySpan<char> letters) =>
        letters.Equals("th", StringComparison.OrdinalIgnoreCase) || letters.Equals("st", StringComparison.OrdinalIgnoreCase)
        || letters.Equals("nd", StringComparison.OrdinalIgnoreCase) || letters.Equals("rd", StringComparison.OrdinalIgnoreCase);

    private static double Value(ReadOnlySpan<char> digits)
    {
        double value = 0, part = 0;
        foreach (var digit in digits)
        {
            if (digit == ',')
                continue;
            if (digit == '.')
                part = 1;
            else if (part > 0)
                (value, part) = ((value * 10) + (digit - '0'), part * 10);
            else
                value = (value * 10) + (digit - '0');
        }
        return part > 1 ? value / part : value;
    }
}
