using Demarche.Reading;
using Demarche.Records;

namespace Demarche.Tests.House;

/// <summary>The example of docs/library.md, compiled and run: its lines must be the page's.</summary>
public sealed class LibrarySampleTests
{
    [Fact]
    public void The_page_shows_the_code_that_runs_here()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "library.md"));
        var shown = page.Split("```csharp\n")[1].Split("```")[0];
        var source = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Demarche.Tests", "House", "LibrarySampleTests.cs"));
        var begin = Array.FindIndex(source, line => line.Trim() == "// the page's lines");
        var end = Array.FindIndex(source, line => line.Trim() == "// end of the page's lines");
        var compiled = string.Concat(source[(begin + 1)..end].Select(line => line[8..] + "\n"));
        Assert.Equal(shown, compiled.Replace("Path.Combine(Repository.Root, \"samples/caracas\")", "\"samples/caracas\"", StringComparison.Ordinal)
            .Replace("output.WriteLine", "Console.WriteLine", StringComparison.Ordinal));
    }

    [Fact]
    public void It_writes_a_record_of_each_sample()
    {
        using var output = new StringWriter();
        // the page's lines
        var coder = Coder.CreateDefault();
        var reader = new ArticleReader();
        foreach (var read in reader.Read(Path.Combine(Repository.Root, "samples/caracas")))
            if (read.Article is { } article)
                output.WriteLine(RecordJson.Write(coder.Code(article)));
        // end of the page's lines
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Directory.GetFiles(Path.Combine(Repository.Root, "samples", "caracas")).Length, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("{\"schema\":\"demarche/1\"", line, StringComparison.Ordinal));
    }
}
