using Demarche.Knowledge;
using Demarche.Records;

namespace Demarche.Tests.Knowledge;

/// <summary>The examples of Knowledge/kinds.tsv: the pronoun of each stands for its noun.</summary>
public sealed class KindTests
{
    [Fact]
    public void Pronouns_stand_for_the_nouns_of_the_table()
    {
        var coder = Coder.CreateDefault();
        List<string> wrong = [];
        foreach (var row in Lexicon.Default.Rows("Knowledge/kinds"))
        {
            var record = coder.Code(new() { Id = row["noun"], Text = row["example"] });
            if (record.Entities.FirstOrDefault(entity => entity.Mentions.Any(mention => mention.Begin <= 4 && mention.Form == "nominal")) is { } named
                && !named.Mentions.Any(mention => mention.Form == "pronoun"))
                wrong.Add(row["noun"]);
        }
        Assert.True(wrong.Count == 0, "No pronoun stands for: " + string.Join(", ", wrong));
    }
}
