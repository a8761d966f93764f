using Demarche.Knowledge;

namespace Demarche.Times;

/// <summary>What must stand, or not stand, around a match.</summary>
/// <param name="Where">Before it, after it, or nothing between its pieces.</param>
/// <param name="Class">The class of words.</param>
/// <param name="Wanted">Whether the word must be of the class, or must not.</param>
internal readonly record struct TimeGuard(TimeGuardPlace Where, int Class, bool Wanted);

/// <summary>Where a guard looks.</summary>
internal enum TimeGuardPlace : byte { Before, After, Inside }

/// <summary>A row of patterns.tsv, or a named day.</summary>
/// <param name="Order">Its number; the lower wins between matches of one length.</param>
/// <param name="Operation">What makes the value.</param>
/// <param name="Argument">The operation's argument: "-1", "PAST_REF".</param>
/// <param name="Offset">The argument as a number; null without one.</param>
/// <param name="Guards">What must stand around it.</param>
/// <param name="Row">Where it is written.</param>
internal sealed record TimePattern(int Order, string Operation, string Argument, int? Offset, TimeGuard[] Guards, TsvRow Row);
