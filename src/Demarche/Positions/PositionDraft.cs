using Demarche.Documents;
using Demarche.Entities;

namespace Demarche.Positions;

/// <summary>A position while it is read.</summary>
/// <param name="Holder">Who holds it; null where the words name nobody, though others may be named by reference to them.</param>
/// <param name="Toward">Toward whom.</param>
/// <param name="Stance">How.</param>
/// <param name="Trigger">The trigger's token.</param>
/// <param name="Span">The words.</param>
/// <param name="Sure">0 to 1.</param>
/// <param name="IsWithdrawn">Whether the words say that it ended.</param>
internal sealed record PositionDraft(Entity? Holder, Entity? Toward, Stance Stance, TokenRef Trigger, TextSpan Span, double Sure, bool IsWithdrawn)
{
    /// <summary>The id of the event that it is inferred from.</summary>
    public string? FromEvent { get; init; }

    /// <summary>When, where something other than the words' own time tells.</summary>
    public string? Date { get; init; }
}
