using Demarche.Documents;
using Demarche.Entities;
using Demarche.Events.Grammar;
using Demarche.Language;

namespace Demarche.Events.Matching;

/// <summary>
/// What sort of news a document is. In everyday news of one country (campaigns, business, culture) words of conflict are mostly meant
/// otherwise, and an event read there is less often right than the same words in news between states or of force.
/// </summary>
internal static class NewsSetting
{
    private const int FewestMentions = 20;
    private const int FewestWords = 150;
    private const double Foreign = 0.08;
    private const double Force = 0.006;
    public const double Everyday = 0.53;
    private const double Mixed = 0.74;

    /// <summary>How far events of a document may be trusted: fully in news that names several countries and tells of force, less where it does not; short texts tell nothing.</summary>
    public static double TrustIn(SentenceList sentences, EntityLayer entities, EventWords words)
    {
        int all = 0, most = 0, ofCountries = 0;
        Dictionary<string, int> countries = new(StringComparer.Ordinal);
        foreach (var entity in entities.All)
        {
            all += entity.Mentions.Length;
            if (entity.Country is not { } country)
                continue;
            ofCountries += entity.Mentions.Length;
            countries[country] = countries.GetValueOrDefault(country) + entity.Mentions.Length;
            most = Math.Max(most, countries[country]);
        }
        if (all < FewestMentions)
            return 1;
        int tokens = 0, force = 0;
        foreach (var sentence in sentences.All)
            foreach (var token in sentence.Tokens)
            {
                tokens++;
                if (words.Violence.Contains(token.Lemma))
                    force++;
            }
        if (tokens < FewestWords)
            return 1;
        var ofOneCountry = ofCountries - most <= all * Foreign;
        var peaceful = tokens * Force > force;
        return (ofOneCountry, peaceful) switch
        {
            (true, true) => Everyday,
            (true, false) or (false, true) => Mixed,
            _ => 1,
        };
    }
}
