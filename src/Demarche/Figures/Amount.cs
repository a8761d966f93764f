using Demarche.Numerals;

namespace Demarche.Figures;

/// <summary>A number on its way to becoming a figure.</summary>
internal struct Amount
{
    /// <summary>The first piece, a currency's sign included.</summary>
    public int First;
    /// <summary>The last piece, the unit or the counted noun included.</summary>
    public int Last;
    /// <summary>The last piece of the number itself.</summary>
    public int NumberLast;
    public double Value;
    public double Low;
    public double High;
    public FigureQualifier? Qualifier;
    public FigureKind Kind;
    public string? Unit;
    /// <summary>The head token: the counted noun or the number.</summary>
    public int Head;

    public static Amount Of(in Numeral numeral) => new()
    {
        First = numeral.First,
        Last = numeral.Last,
        NumberLast = numeral.Last,
        Value = numeral.Value,
        Low = numeral.Low,
        High = numeral.High,
        Kind = FigureKind.Count,
        Qualifier = numeral.IsVague ? FigureQualifier.Vague : null,
    };

    /// <summary>Multiplies the number and its bounds.</summary>
    public void Scale(double factor) => (Value, Low, High) = (Value * factor, Low * factor, High * factor);
}
