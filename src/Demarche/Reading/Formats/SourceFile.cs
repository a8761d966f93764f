namespace Demarche.Reading.Formats;

/// <summary>A file to read: where it is, what messages call it, and how it is opened.</summary>
/// <param name="Name">The name in messages.</param>
/// <param name="Id">The id of an article that is the whole of the file.</param>
/// <param name="FileName">The file's name with its extensions but without those of compression, "" where there is none.</param>
/// <param name="Open">Opens the file, uncompressed.</param>
internal sealed record SourceFile(string Name, string Id, string FileName, Func<Stream> Open)
{
    /// <summary>A problem with the file.</summary>
    public ReadProblem Problem(string problem, string advice, string? place = null) => new(Name, place, problem, advice);
}
