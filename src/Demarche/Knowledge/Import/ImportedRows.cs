namespace Demarche.Knowledge.Import;

/// <summary>What an import makes: tables for a user's folder, and what was left out.</summary>
/// <param name="Files">Each table's path and text.</param>
/// <param name="Rows">How many rows they have together.</param>
/// <param name="LeftOut">What was left out, and why: file, line, reason.</param>
public sealed record ImportedRows(IReadOnlyList<(string Path, string Text)> Files, int Rows, IReadOnlyList<LexiconProblem> LeftOut);
