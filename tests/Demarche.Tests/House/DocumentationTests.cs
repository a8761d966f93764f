using System.Globalization;
using System.Text.RegularExpressions;

namespace Demarche.Tests.House;

/// <summary>Pages name only files that are there.</summary>
public sealed partial class DocumentationTests
{
    public static IEnumerable<TheoryDataRow<string>> Pages() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Repository.Root, "README.md")).Append(Path.Combine(Repository.Root, "CHANGELOG.md"))
            .Order(StringComparer.Ordinal).Select(page => new TheoryDataRow<string>(Path.GetRelativePath(Repository.Root, page)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_to_files(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        foreach (Match link in Link().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))))
        {
            var target = link.Groups[1].Value;
            if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith('#'))
                continue;
            var path = Path.Combine(folder, target.Split('#')[0]);
            Assert.True(File.Exists(path) || Directory.Exists(path), $"{page} links to {target}, which is not there.");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Source_paths_that_a_page_names_are_there(string page)
    {
        foreach (Match named in SourcePath().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))))
        {
            var path = named.Groups[1].Value;
            if (path.Contains('*', StringComparison.Ordinal) || path.Contains('…', StringComparison.Ordinal))
                path = path[..(path.IndexOfAny(['*', '…']) is var star && path.LastIndexOf('/', star) is > 0 and var slash ? slash : star)];
            var full = Path.Combine(Repository.Root, path);
            Assert.True(File.Exists(full) || Directory.Exists(full), $"{page} names {path}, which is not there.");
        }
    }

    [Fact]
    public void The_readme_s_figures_are_those_of_the_last_run()
    {
        var known = Rows("eval/figures.md", 2).ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var shown = readme[(readme.IndexOf("<!-- figures -->", StringComparison.Ordinal) + 17)..readme.IndexOf("<!-- /figures -->", StringComparison.Ordinal)].Split('\n')[2..];
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "eval/headlines.tsv")).Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split('\t')).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = shown[i].Split('|', StringSplitOptions.TrimEntries);
            Assert.Equal(rows[i][1], cells[1]);
            var reached = string.Join("; ", rows[i][0].Split('|').Select(key => known[key].ToString("F2", CultureInfo.InvariantCulture)));
            Assert.True(reached == cells[4].Replace("*", "", StringComparison.Ordinal), $"README.md says {cells[4]} of '{cells[1]}', eval/figures.md {reached}: run eval/headlines.py.");
        }
    }

    private static IEnumerable<string[]> Rows(string path, int skip) =>
        File.ReadLines(Path.Combine(Repository.Root, path)).Skip(skip).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:src|tests|samples|eval|docs|training|bench)/[^`\s]*)`")]
    private static partial Regex SourcePath();
}
