using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Times;

/// <summary>What kind of time an expression names.</summary>
public enum TimeKind : byte
{
    /// <summary>A day or something longer.</summary>
    Date,
    /// <summary>A part of a day.</summary>
    Time,
    /// <summary>A length of time.</summary>
    Duration,
    /// <summary>Something that recurs.</summary>
    Set,
    /// <summary>A stretch with its two ends.</summary>
    Interval,
}

/// <summary>Words that name a time, and the time that they name.</summary>
/// <param name="Id">The record's id: t1, t2 …</param>
/// <param name="Span">The words.</param>
/// <param name="Sentence">The number of the sentence.</param>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token, inclusive.</param>
/// <param name="Kind">What kind of time.</param>
/// <param name="Value">EDTF (ISO 8601-2) date or interval, ISO 8601 duration, or PAST_REF, PRESENT_REF, FUTURE_REF; null where it cannot be told.</param>
/// <param name="Resolved">For a duration that leads to a date, that date (EDTF).</param>
public sealed record TimeExpression(
    string Id, TextSpan Span, int Sentence, int First, int Last, TimeKind Kind, string? Value, string? Resolved);

/// <summary>The times of a document, in order.</summary>
/// <param name="All">The expressions.</param>
public sealed record TimeLayer(ImmutableArray<TimeExpression> All);
