using Demarche.Ledgers;
using Demarche.Reading;

namespace Demarche.Tests.Ledgers;

/// <summary>What samples/caracas tells of recognition, against a table made by reading the dispatches.</summary>
public sealed class RecognitionTests
{
    private static readonly Lazy<Ledger> Caracas = new(() =>
    {
        var coder = Coder.CreateDefault();
        var builder = new LedgerBuilder();
        foreach (var pending in new ArticleReader(new()).Open(Path.Combine(Root(), "samples", "caracas")))
            if (pending.Read().Article is { } article)
                builder.Add(coder.Code(article));
        return builder.Build();
    });

    [Theory]
    [InlineData("2019-01-22")]
    [InlineData("2019-01-24")]
    [InlineData("2019-02-04")]
    public void The_recognition_table_is_what_the_dispatches_tell(string day)
    {
        var told = File.ReadLines(Path.Combine(Root(), "tests", "Demarche.Tests", "Ledgers", "recognition.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split('\t')).Where(cells => cells[0] == day)
            .Select(cells => $"{cells[1]} {cells[2]} {cells[3]}").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(told, Found(DateOnly.ParseExact(day, "yyyy-MM-dd")));
    }

    private static List<string> Found(DateOnly day)
    {
        var entities = Caracas.Value.Entities.ToDictionary(entity => entity.Id);
        return
        [
            .. Caracas.Value.PositionsAt(day).Where(position => position.Stance is "recognizes" or "does_not_recognize" && position.Toward is not null)
                .Select(position => (Holder: entities[position.For ?? position.Holder], position.Stance, Toward: entities[position.Toward!]))
                .Where(position => position.Holder.Kind == "state" || position.Holder is { Kind: "organization", Country: "IGO" })
                .Where(position => position.Toward.Name is "Nicolás Maduro" or "Juan Guaidó" or "Venezuela")
                .Select(position => $"{position.Holder.Name} {position.Stance} {position.Toward.Name}").Distinct().Order(StringComparer.Ordinal),
        ];
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Demarche.slnx")))
            directory = directory.Parent;
        return directory!.FullName;
    }
}
