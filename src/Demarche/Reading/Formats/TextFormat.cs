namespace Demarche.Reading.Formats;

/// <summary>Plain text and Markdown: one article a file.</summary>
internal static class TextFormat
{
    /// <summary>The article of a file.</summary>
    public static ReadResult Read(SourceFile file, ArticleFinisher finisher)
    {
        var (content, problem) = Bytes.Read(file, finisher.Options.MaxArticleBytes);
        if (content is null)
            return ReadResult.Of(problem!);
        if (TextDecoding.IsBinary(content))
            return ReadResult.Of(file.Problem("it is no text", "give it the extension of its real format, such as .pdf or .gz; save a Word file as text, HTML or PDF"));
        var text = TextDecoding.Decode(content);
        var (source, body) = FrontMatter.Read(text);
        return finisher.Finish(new() { File = file.Name, Id = file.Id, FileName = file.FileName, Text = finisher.Options.AsIs ? text : body, Source = source });
    }
}
