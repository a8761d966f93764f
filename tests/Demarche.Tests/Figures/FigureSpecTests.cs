using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Demarche.Documents;
using Demarche.Entities;
using Demarche.Figures;
using Demarche.Knowledge;
using Demarche.Reading;
using Demarche.Statements;
using Demarche.Tests.Times;

namespace Demarche.Tests.Figures;

/// <summary>Executes Specs/figures.md and the examples in the tables of figures.</summary>
public sealed class FigureSpecTests
{
    private static readonly FigureFinder Finder = FigureFinder.Load(Lexicon.Default);

    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in SpecTable.Read("figures.md"))
            rows.Add(row.Section, row.Text, row.Gives);
        return rows;
    }

    public static TheoryData<string, int, string, string> Examples()
    {
        var rows = new TheoryData<string, int, string, string>();
        foreach (var table in (string[])["Figures/money", "Figures/units", "Figures/casualties", "Figures/qualifiers"])
            foreach (var row in Lexicon.Default.Rows(table))
                rows.Add(row.File.Path, row.Line, row["example"], row["gives"]);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_text_gives_what_the_spec_says(string section, string text, string gives)
    {
        var found = string.Join("; ", Of(text).Select(figure => Words(figure, text, withKind: true)));
        Assert.True((found.Length == 0 ? "-" : found) == gives, $"{section}: {text}\n expected {gives}\n found    {found}");
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_gives_what_its_row_says(string file, int line, string example, string gives)
    {
        var found = string.Join("; ", Of(example).Select(figure => Words(figure, example, withKind: file.EndsWith("casualties.tsv", StringComparison.Ordinal))));
        var vague = gives.Replace("=vague ", "=", StringComparison.Ordinal);
        var matches = found == gives || (gives.Contains("=vague", StringComparison.Ordinal) && found.StartsWith(vague[..vague.IndexOf('=', StringComparison.Ordinal)], StringComparison.Ordinal));
        Assert.True(matches, string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: {example}\n expected {gives}\n found    {found}"));
    }

    internal static ImmutableArray<Figure> Of(string text)
    {
        var document = new Document(new Article { Id = "x", Text = text, Source = new() { Published = new(2019, 1, 24) } });
        document.Add(Layers.Sentences, TestSentences.Of(text));
        TestSentences.Times.Run(document);
        document.Add(Layers.Statements, new StatementLayer([]));
        document.Add(Layers.Entities, new EntityLayer([]));
        Finder.Run(document);
        return document.Get(Layers.Figures).All;
    }

    private static string Words(Figure figure, string text, bool withKind)
    {
        var number = figure.Value is { } value ? Text(value) : figure.Low is { } low ? Text(low) + ".." + (figure.High is { } high ? Text(high) : "") : "";
        var kind = withKind && figure.Kind != FigureKind.Count ? " " + figure.Kind.ToString().ToLowerInvariant() : "";
        var qualifier = figure.Qualifier is { } known ? " " + JsonNamingPolicy.SnakeCaseLower.ConvertName(known.ToString()) : "";
        return figure.Span.In(text) + "=" + number + " " + figure.Unit + kind + qualifier;
    }

    private static string Text(double number) => number.ToString("0.##########", CultureInfo.InvariantCulture);
}
