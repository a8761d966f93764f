namespace Demarche.Knowledge;

/// <summary>A text file of knowledge: one of the library's own, or one of a user's folder.</summary>
/// <param name="Path">Its path under the library or the user's folder, with slashes: "Knowledge/states.tsv".</param>
/// <param name="Origin">Where it is, for messages: the path itself, or the path on disk.</param>
/// <param name="IsUsers">Whether it is a user's, which wins over the library's.</param>
/// <param name="Text">Its content.</param>
public sealed record LexiconFile(string Path, string Origin, bool IsUsers, string Text);
