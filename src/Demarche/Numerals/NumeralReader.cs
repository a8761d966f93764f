namespace Demarche.Numerals;

/// <summary>Reads numbers off the pieces of a sentence: "1,200", "2.5 million", "two and a half", "tens of thousands".</summary>
internal sealed class NumeralReader(Vocabulary vocabulary)
{
    private readonly int _a = vocabulary.Class("num_a");
    private readonly int _and = vocabulary.Class("num_and");
    private readonly int _of = vocabulary.Class("num_of");
    private readonly int _hyphen = vocabulary.Class("num_hyphen");
    private readonly int _half = vocabulary.Class("num_half");
    private readonly int _digit = vocabulary.Class("digit");
    private readonly int _scale = vocabulary.Class("scale");
    private readonly int _suffix = vocabulary.Class("suffix");
    private readonly int _dozen = vocabulary.Class("dozen");
    private readonly int _many = vocabulary.Class("many");
    private readonly int _dozens = vocabulary.Class("dozens");
    private readonly int _few = vocabulary.Class("few");

    /// <summary>Whether a word can begin a number.</summary>
    public bool CanBegin(in Piece piece) =>
        piece.Kind == PieceKind.Number
        || (piece.Word >= 0 && (Is(piece, _digit) || Is(piece, _many) || Is(piece, _dozens) || Is(piece, _few) || Is(piece, _a) || Is(piece, _half) || Is(piece, _dozen)));

    /// <summary>The longest number that begins at a piece.</summary>
    public bool TryRead(ReadOnlySpan<Piece> pieces, int at, out Numeral numeral)
    {
        numeral = default;
        var piece = pieces[at];
        if (piece.Kind == PieceKind.Number || Is(piece, _digit))
            numeral = Cardinal(pieces, at);
        else if (Is(piece, _a))
            return AfterArticle(pieces, at, out numeral);
        else if (Is(piece, _half))
        {
            // half a million, half a dozen
            var next = at + 1 < pieces.Length && Is(pieces[at + 1], _a) ? at + 2 : at + 1;
            if (next == at + 1 || next >= pieces.Length || Multiple(pieces[next]) is not (> 0 and var unit))
                return false;
            numeral = Numeral.Exact(at, next, unit / 2);
        }
        else if (Is(piece, _few))
            numeral = Few(pieces, at, at);
        else if (Is(piece, _dozens) || Is(piece, _many))
            numeral = Many(pieces, at);
        else
            return false;
        return true;
    }

    private bool AfterArticle(ReadOnlySpan<Piece> pieces, int at, out Numeral numeral)
    {
        numeral = default;
        if (at + 1 >= pieces.Length)
            return false;
        var next = pieces[at + 1];
        if (Is(next, _few))
            numeral = Few(pieces, at, at + 1);
        else if (Multiple(next) > 0)
            numeral = Cardinal(pieces, at);
        else
            return false;
        return true;
    }

    /// <summary>"several", "a few thousand", "a couple of hundred".</summary>
    private Numeral Few(ReadOnlySpan<Piece> pieces, int first, int at)
    {
        double low = vocabulary.Value(pieces[at].Word, _few), factor = 1;
        var last = at;
        var next = at + 1;
        if (next < pieces.Length && Is(pieces[next], _of))
            next++;
        while (next < pieces.Length && Multiple(pieces[next]) is > 0 and var unit)
        {
            factor *= unit;
            last = next++;
        }
        return new(first, last, double.NaN, low * factor, low * 3 * factor);
    }

    /// <summary>"dozens", "thousands", "hundreds of thousands".</summary>
    private Numeral Many(ReadOnlySpan<Piece> pieces, int at)
    {
        var (low, high) = Bounds(pieces[at]);
        var last = at;
        while (last + 2 < pieces.Length && Is(pieces[last + 1], _of) && vocabulary.Value(pieces[last + 2].Word, _many) is var power and not Vocabulary.Absent)
        {
            var factor = Math.Pow(10, power);
            (low, high) = (low * factor, ((high + 1) * factor) - 1);
            last += 2;
        }
        return new(at, last, double.NaN, low, high);
    }

    // More than one, less than the next word up: "hundreds" lie between 200 and 999.
    private (double Low, double High) Bounds(in Piece piece)
    {
        if (vocabulary.Value(piece.Word, _dozens) is var dozen and not Vocabulary.Absent)
            return (dozen * 2, 99);
        var power = vocabulary.Value(piece.Word, _many);
        var unit = Math.Pow(10, power);
        return (unit * 2, power >= 6 ? (unit * 1000) - 1 : (unit * 10) - 1);
    }

    private Numeral Cardinal(ReadOnlySpan<Piece> pieces, int at)
    {
        double total = 0, group = 0, unit = 1;
        int last = at, next = at;
        var any = false;
        while (next < pieces.Length)
        {
            var piece = pieces[next];
            if (piece.Kind == PieceKind.Number && !any)
            {
                group = piece.Number;
                (any, last) = (true, next++);
                if (next < pieces.Length && pieces[next].Begin == pieces[last].End && vocabulary.Value(pieces[next].Word, _suffix) is 3)
                    (group, last) = (group * 1000, next++);
                continue;
            }
            if (Is(piece, _a) && !any)
            {
                (group, any) = (1, true);
                last = next++;
                continue;
            }
            if (vocabulary.Value(piece.Word, _digit) is var digit and not Vocabulary.Absent && pieces[at].Kind != PieceKind.Number && Fits(group, digit, any, unit))
            {
                group += digit;
                (any, last) = (true, next++);
                continue;
            }
            if (any && Multiple(piece) is > 0 and var multiple)
            {
                if (multiple < 1000)
                    group *= multiple;
                else
                    (total, group) = (total + (group * multiple), 0);
                unit = multiple;
                last = next++;
                continue;
            }
            if (any && Is(piece, _hyphen) && next + 1 < pieces.Length && pieces[next + 1].Begin == piece.End
                && (vocabulary.Value(pieces[next + 1].Word, _digit) is >= 1 and <= 9 && group % 100 >= 20 && group % 10 == 0 || Multiple(pieces[next + 1]) > 0))
            {
                next++;
                continue;
            }
            if (any && Is(piece, _and) && next + 1 < pieces.Length)
            {
                if (next + 2 < pieces.Length && Is(pieces[next + 1], _a) && Is(pieces[next + 2], _half))
                {
                    // a million and a half; two and a half (million)
                    if (group == 0)
                        total += unit / 2;
                    else
                        group += unit / 2;
                    last = next + 2;
                    next += 3;
                    continue;
                }
                if (unit >= 100 && vocabulary.Value(pieces[next + 1].Word, _digit) is var tail and not Vocabulary.Absent
                    && pieces[at].Kind != PieceKind.Number && Fits(group, tail, any, unit))
                {
                    next++;
                    continue;
                }
            }
            break;
        }
        return Numeral.Exact(at, last, total + group);
    }

    // "twenty" + "one", "hundred" + "fifty", but not "two three".
    private static bool Fits(double group, int digit, bool any, double unit) =>
        !any || (group == 0 && unit >= 1000) || (group % 100 == 0 && group >= 100) || (digit < 10 && group % 100 >= 20 && group % 10 == 0);

    /// <summary>What a word multiplies by ("million", "dozen"); 0 for other words.</summary>
    private double Multiple(in Piece piece)
    {
        if (piece.Word < 0)
            return 0;
        var power = vocabulary.Value(piece.Word, _scale);
        if (power != Vocabulary.Absent)
            return Math.Pow(10, power);
        var dozen = vocabulary.Value(piece.Word, _dozen);
        return dozen == Vocabulary.Absent ? 0 : dozen;
    }

    private bool Is(in Piece piece, int @class) => vocabulary.Is(piece.Word, @class);
}
