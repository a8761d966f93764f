namespace Demarche.Desk.Reports;

/// <summary>A part of a report: an entry that was picked, or words written between.</summary>
/// <param name="Id">Its number in the book.</param>
/// <param name="Layer">The entry's layer; "text" for words, "heading" for a heading.</param>
/// <param name="Title">What the entry says, or the words.</param>
/// <param name="Words">The sentence that it was read from.</param>
/// <param name="Citation">Where that is told.</param>
/// <param name="Article">The article's id.</param>
/// <param name="Entry">The entry's id in the article's record.</param>
/// <param name="Note">The analyst's words on it.</param>
internal sealed record ReportItem(int Id, string Layer, string Title, string? Words = null, string? Citation = null, string? Article = null, string? Entry = null, string? Note = null);
