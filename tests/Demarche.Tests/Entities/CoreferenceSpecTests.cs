using System.Runtime.CompilerServices;
using Demarche.Reading;
using Demarche.Records;
using Record = Demarche.Records.Record;

namespace Demarche.Tests.Entities;

/// <summary>Executes Specs/coreference.md.</summary>
public sealed class CoreferenceSpecTests
{
    private static readonly Coder Coder = Coder.CreateDefault();

    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        var text = "";
        foreach (var line in File.ReadLines(Path.Combine(Folder(), "..", "Specs", "coreference.md")))
        {
            if (line.StartsWith("> ", StringComparison.Ordinal))
                text = line[2..].Trim();
            else if (line.StartsWith("- `", StringComparison.Ordinal))
                rows.Add(text, line[2..].Trim('`'));
        }
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Words_stand_for_whom_the_spec_says(string text, string expected)
    {
        var record = Coder.Code(new Article { Id = "spec", Source = new() { Published = new DateOnly(2019, 1, 29) }, Text = text });
        var isSame = !expected.Contains(" != ", StringComparison.Ordinal);
        var sides = expected.Split(isSame ? " = " : " != ");
        var first = Entity(record, sides[0]);
        Assert.True(first is not null, $"'{sides[0]}' stands for nobody in: {text}");
        foreach (var form in sides[1].Split(", "))
        {
            var other = Entity(record, form);
            if (isSame ? first != other : first == other)
                Assert.Fail($"{expected}: '{form}' is {other?.Name ?? "nobody"} ({other?.Id}), '{sides[0]}' is {first!.Name} ({first.Id})\n{text}\n"
                    + string.Join('\n', record.Entities.Select(entity => $"  {entity.Id} {entity.Name}: {string.Join(" | ", entity.Mentions.Select(mention => record.Text[mention.Begin..mention.End]))}")));
        }
    }

    /// <summary>Whom the occurrence of a form stands for: "he#2" is the second "he". The mention of the same length speaks.</summary>
    private static RecordEntity? Entity(Record record, string form)
    {
        var number = 1;
        if (form.IndexOf('#', StringComparison.Ordinal) is > 0 and var hash)
        {
            number = form[hash + 1] - '0';
            form = form[..hash];
        }
        var at = -1;
        for (var seen = 0; seen < number;)
        {
            at = record.Text.IndexOf(form, at + 1, StringComparison.Ordinal);
            if (at < 0)
                return null;
            if ((at == 0 || !char.IsLetterOrDigit(record.Text[at - 1])) && (at + form.Length == record.Text.Length || !char.IsLetterOrDigit(record.Text[at + form.Length])))
                seen++;
        }
        var last = at + form.Length - 1;
        return record.Entities.SelectMany(entity => entity.Mentions.Select(mention => (Entity: entity, Mention: mention)))
            .Where(pair => pair.Mention.Begin <= last && last < pair.Mention.End)
            .OrderBy(pair => Math.Abs(pair.Mention.End - 1 - last) * 10 + Math.Abs(pair.Mention.Begin - at))
            .Select(pair => pair.Entity).FirstOrDefault();
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
