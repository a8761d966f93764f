namespace Demarche.Reading;

/// <summary>Why something could not be read: an answer, not an exception.</summary>
/// <param name="File">The file, or "-" for standard input.</param>
/// <param name="Place">Where in the file: "line 12", "byte 4096", "entry 3"; null for the file as a whole.</param>
/// <param name="Problem">What is wrong with it.</param>
/// <param name="Advice">What to do.</param>
public sealed record ReadProblem(string File, string? Place, string Problem, string Advice)
{
    /// <summary>One line for people: file, place, problem, advice.</summary>
    public override string ToString() => $"{File}{(Place is null ? "" : ", " + Place)}: {Problem}; {Advice}";
}
