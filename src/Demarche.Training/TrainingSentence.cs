using Demarche.Language;

namespace Demarche.Training;

/// <summary>A sentence of a treebank with its gold analysis.</summary>
internal sealed class TrainingSentence
{
    public required string Document { get; init; }
    public required string[] Forms { get; init; }
    public required string[] Lemmas { get; init; }
    /// <summary>"VERB/VBD".</summary>
    public required string[] Tags { get; init; }
    public required int[] Heads { get; init; }
    public required Deprel[] Relations { get; init; }
    public required string[] Misc { get; init; }

    public Upos[] Upos => [.. Tags.Select(tag => Enum.Parse<Upos>(tag.AsSpan(0, tag.IndexOf('/', StringComparison.Ordinal))))];

    public string[] Xpos => [.. Tags.Select(tag => tag[(tag.IndexOf('/', StringComparison.Ordinal) + 1)..])];

    public int Count => Forms.Length;

    public static IReadOnlyList<TrainingSentence> Read(string path)
    {
        List<TrainingSentence> sentences = [];
        var document = "";
        foreach (var sentence in ConllUFile.Read(File.ReadAllText(path)).Sentences)
        {
            foreach (var comment in sentence.Comments)
                if (comment.StartsWith("# newdoc id = ", StringComparison.Ordinal))
                    document = comment["# newdoc id = ".Length..];
            var words = sentence.Words.ToArray();
            var heads = words.Select(word => int.Parse(word[6]) - 1).ToArray();
            sentences.Add(new()
            {
                Document = document,
                Forms = [.. words.Select(word => word[1])],
                Lemmas = [.. words.Select(word => word[2])],
                Tags = [.. words.Select(word => word[3] + "/" + word[4])],
                Heads = heads,
                Relations = [.. words.Select(word => Deprels.Parse(word[7]))],
                Misc = [.. words.Select(word => word[9])],
            });
        }
        return sentences;
    }
}
