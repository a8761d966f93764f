namespace Demarche.Knowledge;

/// <summary>A knowledge file says something that cannot be right. The coder does not start on it.</summary>
/// <param name="file">The file.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="problem">What is wrong, and what to write instead.</param>
public sealed class LexiconException(string file, int line, string problem) : Exception($"{file}:{line}: {problem}")
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;
}
