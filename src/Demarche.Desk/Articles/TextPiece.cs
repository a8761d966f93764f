namespace Demarche.Desk.Articles;

/// <summary>A stretch of text on which the same marks lie.</summary>
/// <param name="Text">The words.</param>
/// <param name="Layers">The layers of the marks, as style classes.</param>
/// <param name="Entry">The id of the innermost mark's entry; null where none lies on it.</param>
/// <param name="IsLink">Whether that mark is a short one, which is a link; long ones are shaded only.</param>
/// <param name="IsChosen">Whether a mark of the chosen entry lies on it.</param>
internal sealed record TextPiece(string Text, string Layers, string? Entry, bool IsLink, bool IsChosen);

/// <summary>A sentence in pieces.</summary>
/// <param name="Number">Its number, from nought.</param>
/// <param name="Begin">Where its first piece begins in the text.</param>
/// <param name="Pieces">The pieces.</param>
internal sealed record ShownSentence(int Number, int Begin, IReadOnlyList<TextPiece> Pieces);

/// <summary>A paragraph, and what was taken out before it.</summary>
internal sealed record ShownParagraph(IReadOnlyList<ShownSentence> Sentences, IReadOnlyList<Records.RecordDropped> DroppedBefore);
