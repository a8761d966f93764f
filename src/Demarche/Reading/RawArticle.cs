using Demarche.Reading.Cleaning;

namespace Demarche.Reading;

/// <summary>An article as its format gives it, before cleaning.</summary>
internal sealed record RawArticle
{
    /// <summary>The file that it is from, for messages.</summary>
    public required string File { get; init; }

    /// <summary>Where in the file it stands, for messages.</summary>
    public string? Place { get; init; }

    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>The file's name, in which a date may stand; "" where it says nothing of the article.</summary>
    public string FileName { get; init; } = "";

    /// <summary>The text as given.</summary>
    public required string Text { get; init; }

    /// <summary>The text in blocks, where the format knows them; else they are found in the text.</summary>
    public IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>What the format's own fields say.</summary>
    public ArticleSource Source { get; init; } = new();
}
