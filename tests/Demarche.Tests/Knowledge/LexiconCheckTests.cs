using Demarche.Entities;
using Demarche.Knowledge;
using Demarche.Knowledge.Import;

namespace Demarche.Tests.Knowledge;

/// <summary>The library's tables are sound, and a user's broken ones are named by file and line.</summary>
public sealed class LexiconCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lexicon").FullName;

    [Fact]
    public void The_library_s_tables_are_sound() =>
        Assert.Empty(LexiconCheck.Find(Lexicon.Default, usersOnly: false));

    [Theory]
    [InlineData("Knowledge/organizations-a.tsv", "id\tname\tnames\tcountry\tsectors\tkind\tsince\tuntil\nx\tX\t\tUSA\tBUS\t\t2020-13-01\t", 2, "is no date")]
    [InlineData("Knowledge/organizations-a.tsv", "id\tname\tnames\tcountry\tsectors\tkind\tsince\tuntil\nx\tX\t\tXQX\tBUS\t\t\t", 2, "is no country")]
    [InlineData("Knowledge/organizations-a.tsv", "id\tname\tnames\tcountry\tsectors\tkind\tsince\tuntil\nx\tX\t\tUSA\tBIZ\t\t\t", 2, "is no sector")]
    [InlineData("Knowledge/organizations-a.tsv", "id\tname\tnames\tcountry\tsectors\tkind\tsince\tuntil\nx\tX\t\tUSA\tBUS\t\t\t\nx\tY\t\tUSA\tBUS\t\t\t", 3, "as well")]
    [InlineData("Knowledge/holders/a.tsv", "office\tname\tnames\tgender\tfrom\tto\tstatus\tparty\twikidata\nFRA:president\tA B\t\tm\t2001-01-01\t2003-01-01\t\t\t\nFRA:president\tC D\t\tm\t2002-01-01\t\t\t\t", 3, "A B does until 2003-01-01")]
    [InlineData("Knowledge/holders/a.tsv", "office\tname\tnames\tgender\tfrom\tto\tstatus\tparty\twikidata\npresident\tA B\t\tm\t2001-01-01\t\t\t\t", 2, "is no office")]
    [InlineData("Knowledge/people/a.tsv", "name\tnames\tgender\tcountry\tsectors\tfrom\tto\trole\nA B\t\tm\tFRA\tGOV\t2005\t2001\tminister", 2, "before the begin")]
    [InlineData("Knowledge/people/a.tsv", "name\tcountry\nA B\tFRA\tGOV", 2, "surplus tabs")]
    [InlineData("Entities/same.tsv", "name\tnames\nAda Blanc\t", 2, "nothing to merge")]
    [InlineData("Entities/same.tsv", "name\tnames\nAda Blanc\tthe Fox\nBo Noir\tThe Fox", 3, "as well")]
    [InlineData("Entities/apart.tsv", "name\tother\nAda Blanc\tAda Blanc", 2, "two different forms")]
    public void A_user_s_broken_file_is_named_and_nothing_loads(string path, string text, int line, string problem)
    {
        var lexicon = With(path, text);
        Assert.Contains(LexiconCheck.Find(lexicon), found => found.Line == line && found.Problem.Contains(problem, StringComparison.Ordinal));
        var thrown = Assert.Throws<LexiconException>(() => KnowledgeBase.Load(lexicon));
        Assert.EndsWith(".tsv", thrown.File, StringComparison.Ordinal);
        Assert.Throws<LexiconException>(() => new CoderBuilder().UseLexicon(lexicon).AddAll());
    }

    [Fact]
    public void A_user_s_holder_wins_and_the_answer_names_the_file()
    {
        var lexicon = With("Knowledge/holders/mine.tsv", "office\tname\tnames\tgender\tfrom\tto\tstatus\tparty\twikidata\nFRA:foreign_minister\tAda Blanc\t\tf\t2021-01-01\t2022-12-31\t\t\tQ1");
        var answer = new ActorReader(KnowledgeBase.Load(lexicon)).Read("the French foreign minister", new DateOnly(2022, 3, 1));
        Assert.Equal("Ada Blanc", answer.Name);
        Assert.Equal("Q1", answer.Wikidata);
        Assert.Contains("mine.tsv:2", answer.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_are_loaded_once_for_all_who_ask() =>
        Assert.Same(KnowledgeBase.Load(Lexicon.Default), KnowledgeBase.Load(Lexicon.Default));

    [Fact]
    public void An_actor_file_becomes_people_where_dated_and_organizations_where_not()
    {
        var states = KnowledgeBase.Load(Lexicon.Default).States;
        var imported = PetrarchActors.Read("act.txt", "ADA_BLANC_\n+A._BLANC_\n\t[FRAGOV 010101-051231]\n\t[FRAELI >060101]\nRED_BRIGADE_ [SYRINS]\nWRONG_ [FRAGOV 019999-020101]\n", states);
        Assert.Contains("Ada Blanc\tA. Blanc\t\tFRA\tGOV\t2001-01-01\t2005-12-31", imported.Files[0].Text, StringComparison.Ordinal);
        Assert.Contains("Ada Blanc\tA. Blanc\t\tFRA\tELI\t2006-01-01\t\t", imported.Files[0].Text, StringComparison.Ordinal);
        Assert.Contains("\tRed Brigade\t\tSYR\tREB\t", imported.Files[1].Text, StringComparison.Ordinal);
        Assert.Contains(imported.LeftOut, problem => problem.Line == 6);
        foreach (var (path, text) in imported.Files)
            Assert.Empty(LexiconCheck.Find(With(path, text)));
    }

    [Fact]
    public void A_dump_s_positions_become_holders()
    {
        string[] lines =
        [
            "[",
            """{"id":"Q1","labels":{"en":{"value":"France"}},"claims":{"P298":[{"mainsnak":{"datavalue":{"value":"FRA"}}}]}},""",
            """{"id":"Q2","labels":{"en":{"value":"President of France"}},"claims":{"P1001":[{"mainsnak":{"datavalue":{"value":{"id":"Q1"}}}}]}},""",
            """{"id":"Q3","labels":{"en":{"value":"Ada Blanc"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],"P39":[{"mainsnak":{"datavalue":{"value":{"id":"Q2"}}},"qualifiers":{"P580":[{"datavalue":{"value":{"time":"+2031-05-00T00:00:00Z","precision":10}}}]}},{"mainsnak":{"datavalue":{"value":{"id":"Q9"}}}}]}},""",
            "]",
        ];
        var imported = WikidataOffices.Read("d.json", () => lines, new ActorReader(KnowledgeBase.Load(Lexicon.Default)));
        Assert.Contains("FRA:president\tAda Blanc\t\t\t2031-05\t\tin_office\t\tQ3", imported.Files[1].Text, StringComparison.Ordinal);
        Assert.Contains(imported.LeftOut, problem => problem.Line == 4 && problem.Problem.Contains("Q9", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Lexicon With(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return Lexicon.With(_folder);
    }
}
