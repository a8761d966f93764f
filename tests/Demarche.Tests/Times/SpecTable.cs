using System.Runtime.CompilerServices;

namespace Demarche.Tests.Times;

/// <summary>Reads the tables of a spec: "## section", "Published: date", rows of a text and what it gives.</summary>
internal static class SpecTable
{
    public static IEnumerable<(string Section, string Published, string Text, string Gives)> Read(string name)
    {
        string section = "", published = "";
        foreach (var line in File.ReadLines(Path.Combine(Folder(), "..", "Specs", name)))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                section = line[3..];
            else if (line.StartsWith("Published: ", StringComparison.Ordinal))
                published = line["Published: ".Length..].Trim();
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length == 4 && cells[1] is not ("text" or "---") && cells[1].Length > 0)
                yield return (section, published, cells[1], cells[2]);
        }
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
