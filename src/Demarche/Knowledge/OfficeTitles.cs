namespace Demarche.Knowledge;

/// <summary>The offices that holders hold, in words, with their sectors: Knowledge/offices.tsv.</summary>
public sealed class OfficeTitles
{
    private readonly Dictionary<string, (string Title, IReadOnlyList<string> Sectors)> _titles = new(StringComparer.Ordinal);

    private OfficeTitles()
    {
    }

    /// <summary>The title and the sectors of an office's key without its country; a key the table lacks is its own title, in government.</summary>
    public (string Title, IReadOnlyList<string> Sectors) this[string office] =>
        _titles.TryGetValue(office, out var title) ? title : (office.Replace('_', ' '), ["GOV"]);

    /// <summary>Reads the table.</summary>
    public static OfficeTitles Load(Lexicon lexicon)
    {
        var titles = new OfficeTitles();
        foreach (var row in lexicon.Rows("Knowledge/offices"))
            titles._titles[row["office"]] = (row["title"], row.List("sectors"));
        return titles;
    }
}
