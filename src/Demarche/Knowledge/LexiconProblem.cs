namespace Demarche.Knowledge;

/// <summary>Something in a knowledge file that cannot be right.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Problem">What is wrong, and what to write instead.</param>
public sealed record LexiconProblem(string File, int Line, string Problem)
{
    /// <summary>As editors and compilers write it: file:line: what.</summary>
    public override string ToString() => $"{File}:{Line}: {Problem}";
}
