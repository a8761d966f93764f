using Demarche.Knowledge;
using Demarche.Reading;
using Demarche.Records;
using Record = Demarche.Records.Record;

namespace Demarche.Tests.Entities;

/// <summary>A user's merges and splits are kept whenever an article is coded.</summary>
public sealed class CorrectionsTests : IDisposable
{
    private const string Text = "Interior Minister Ada Blanc met Bo Noir on Monday. Noir left early. The Fox said that she would resign.";
    private readonly string _folder = Directory.CreateTempSubdirectory("corrections").FullName;

    [Fact]
    public void What_same_tsv_names_is_one()
    {
        var record = Code("Entities/same.tsv", "name\tnames\nAda Blanc\tthe Fox|fox\n");
        var blanc = Assert.Single(record.Entities, entity => entity.Name == "Ada Blanc");
        Assert.Contains("Fox", Forms(record, blanc), StringComparison.Ordinal);
    }

    [Fact]
    public void What_apart_tsv_names_is_two()
    {
        var record = Code("Entities/apart.tsv", "name\tother\nBo Noir\tNoir\n");
        var noir = Assert.Single(record.Entities, entity => entity.Name == "Noir");
        Assert.StartsWith("Noir", Forms(record, noir), StringComparison.Ordinal);
        Assert.Contains(record.Entities, entity => entity.Name == "Bo Noir");
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Forms(Record record, RecordEntity entity) => string.Join('|', entity.Mentions.Select(mention => record.Text[mention.Begin..mention.End]));

    private Record Code(string path, string rows)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, rows);
        var coder = new CoderBuilder().UseLexicon(Lexicon.With(_folder)).AddAll().Build();
        return coder.Code(new Article { Id = "test", Source = new() { Published = new DateOnly(2019, 1, 29) }, Text = Text });
    }
}
