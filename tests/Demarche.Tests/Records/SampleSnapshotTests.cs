using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Demarche.Reading;
using Demarche.Records;
using Demarche.Tests.House;

namespace Demarche.Tests.Records;

/// <summary>
/// The whole record of each sample, one entry a line with the words it was read from, as it was last accepted: a change of any layer shows in the difference.
/// To accept new ones: DEMARCHE_ACCEPT=1 ./test -class "*SampleSnapshotTests", then read the difference that git shows.
/// </summary>
public sealed class SampleSnapshotTests
{
    private static readonly string Samples = Path.Combine(Repository.Root, "samples");
    private static readonly string Snapshots = Path.Combine(Repository.Root, "tests", "Demarche.Tests", "Snapshots");
    private static readonly Lazy<Coder> Coder = new(Demarche.Coder.CreateDefault);

    public static IEnumerable<TheoryDataRow<string>> Files() =>
        Directory.EnumerateFiles(Samples, "*.md", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "README.md")
            .Select(file => Path.GetRelativePath(Samples, file).Replace('\\', '/')).Order(StringComparer.Ordinal).Select(file => new TheoryDataRow<string>(file));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_sample_gives_the_record_that_was_accepted(string sample)
    {
        var article = new ArticleReader().Read(Path.Combine(Samples, sample)).Single().Article!;
        var now = Lines(Coder.Value.Code(article));
        var file = Path.Combine(Snapshots, Path.ChangeExtension(sample, ".txt"));
        if (Environment.GetEnvironmentVariable("DEMARCHE_ACCEPT") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, now);
        }
        Assert.True(File.Exists(file), $"{file} is not there; read how to accept it above this test.");
        Assert.Equal(File.ReadAllText(file), now);
    }

    [Fact]
    public void Every_snapshot_belongs_to_a_sample() =>
        Assert.Equal(Files().Select(row => Path.ChangeExtension(row.Data, ".txt")),
            Directory.EnumerateFiles(Snapshots, "*.txt", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Snapshots, file).Replace('\\', '/')).Order(StringComparer.Ordinal));

    // The versions of models and tables change with every edit of them, and keys with the words they hash; the text stands in the sample.
    private static string Lines(Demarche.Records.Record record)
    {
        var json = JsonNode.Parse(RecordJson.Write(record))!.AsObject();
        var runes = record.Text.EnumerateRunes().ToArray();
        foreach (var left in (string[])["schema", "coder", "text"])
            json.Remove(left);
        var builder = new StringBuilder();
        foreach (var (name, value) in json)
        {
            builder.Append("== ").Append(name).Append('\n');
            if (value is not JsonArray entries)
            {
                builder.Append(value?.ToJsonString(Options)).Append('\n');
                continue;
            }
            foreach (var entry in entries)
            {
                if (entry is JsonObject item)
                    item.Remove("key");
                builder.Append(entry?.ToJsonString(Options));
                if (Words(entry as JsonObject, runes) is { } words)
                    builder.Append("  « ").Append(words).Append(" »");
                builder.Append('\n');
            }
        }
        return builder.ToString();
    }

    private static string? Words(JsonObject? entry, Rune[] runes)
    {
        var span = entry is null ? null : entry["span"] as JsonObject ?? (entry["content"] as JsonArray)?.FirstOrDefault() as JsonObject ?? entry;
        if (span?["begin"]?.GetValue<int>() is not { } begin || span["end"]?.GetValue<int>() is not { } end)
            return null;
        return string.Concat(runes[begin..end].Select(rune => rune.ToString())).ReplaceLineEndings(" ");
    }

    private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
