using Demarche.Documents;
using Demarche.Entities;

namespace Demarche.Demands;

/// <summary>A demand while it is read.</summary>
internal sealed class DemandDraft
{
    public required TokenRef Trigger { get; init; }
    public required List<Entity> By { get; init; }
    public required List<Entity> Of { get; init; }
    public required TextSpan Content { get; init; }
    public required TextSpan Span { get; init; }
    public string? Deadline { get; set; }
    public DemandAnswer Answer { get; set; }
    public TextSpan? AnswerSpan { get; set; }
    public TokenRef? AnswerTrigger { get; set; }
}
