namespace Demarche.Scoring;

/// <summary>Counts behind a precision, a recall and an F1.</summary>
/// <param name="Gold">Gold items that ought to be found.</param>
/// <param name="Found">Of these, found.</param>
/// <param name="System">The record's items that are judged.</param>
/// <param name="Right">Of these, right.</param>
public readonly record struct Tally(int Gold, int Found, int System, int Right)
{
    /// <summary>Of the record's items, the share that is right.</summary>
    public double Precision => System == 0 ? 0 : Right / (double)System;

    /// <summary>Of the gold items, the share that is found.</summary>
    public double Recall => Gold == 0 ? 0 : Found / (double)Gold;

    /// <summary>The harmonic mean of both; null where there is nothing to find and nothing was found.</summary>
    public double? F1 => Gold == 0 && System == 0 ? null : Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>The counts of two articles together.</summary>
    public static Tally operator +(Tally one, Tally other) => new(one.Gold + other.Gold, one.Found + other.Found, one.System + other.System, one.Right + other.Right);
}

/// <summary>Counts behind an accuracy.</summary>
/// <param name="Right">How many were right.</param>
/// <param name="Total">Of how many.</param>
public readonly record struct Share(int Right, int Total)
{
    /// <summary>The accuracy; null where nothing was asked.</summary>
    public double? Value => Total == 0 ? null : Right / (double)Total;

    /// <summary>The counts of two articles together.</summary>
    public static Share operator +(Share one, Share other) => new(one.Right + other.Right, one.Total + other.Total);

    internal Share Add(bool right) => new(Right + (right ? 1 : 0), Total + 1);
}
