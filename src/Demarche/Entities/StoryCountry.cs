using Demarche.Documents;

namespace Demarche.Entities;

/// <summary>The country that an article is about: the one that its names and nationalities name most, the dateline counting extra.</summary>
internal static class StoryCountry
{
    public static string? Of(Document document, List<MentionDraft> mentions)
    {
        Dictionary<string, double> weights = new(StringComparer.Ordinal);
        foreach (var mention in mentions)
            if (mention.Form != MentionForm.Nominal && mention.CountryOwner is null && mention.Answer.Country is { Length: 3 } country && !IsInternational(country))
                weights[country] = weights.GetValueOrDefault(country) + (mention.Sentence < 4 ? 2 : 1);
        if (document.Article.DatelineSpan is { } dateline)
            foreach (var place in document.Get(Layers.Places).All)
                if (dateline.Contains(place.Span) && place.Country is { } country && weights.ContainsKey(country))
                    weights[country] += 2;
        return weights.Count == 0 ? null : weights.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;
    }

    private static bool IsInternational(string code) => code is "IGO" or "UNO" or "EUR" or "NGO" or "ISM" or "IMG" or "MNC";
}
