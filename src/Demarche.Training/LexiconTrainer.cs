using Demarche.Knowledge;
using Demarche.Language.Models;
using Demarche.Language.Words;

namespace Demarche.Training;

/// <summary>Makes the word lexicon: the dictionary's entries, and the tag sets of words that are frequent in training.</summary>
internal static class LexiconTrainer
{
    private const int Frequent = 4;

    public static byte[] Train(IReadOnlyList<TrainingSentence> sentences, string dictionary)
    {
        Dictionary<ulong, Dictionary<string, int>> seen = [];
        Span<char> lower = stackalloc char[64];
        foreach (var sentence in sentences)
            for (var i = 0; i < sentence.Count; i++)
            {
                var hash = FeatureHash.Text(lower[..SentenceWords.Lower(sentence.Forms[i], lower)]);
                if (!seen.TryGetValue(hash, out var tags))
                    seen[hash] = tags = [];
                tags[sentence.Tags[i]] = tags.GetValueOrDefault(sentence.Tags[i]) + 1;
            }
        Dictionary<string, (uint Number, int Words)> sets = [];
        List<(ulong, string)> words = [];
        foreach (var (hash, tags) in seen)
        {
            var total = tags.Values.Sum();
            if (total < Frequent)
                continue;
            var set = string.Join(' ', tags.Where(tag => tag.Value * 50 >= total).OrderByDescending(tag => tag.Value).ThenBy(tag => tag.Key, StringComparer.Ordinal)
                .Select(tag => tag.Key + (tag.Value * 10 >= total * 9 ? "!" : "")));
            words.Add((hash, set));
            sets[set] = (0, sets.GetValueOrDefault(set).Words + 1);
        }
        var numbered = sets.OrderByDescending(set => set.Value.Words).ThenBy(set => set.Key, StringComparer.Ordinal).Take((1 << WordLexicon.TagSetBits) - 2)
            .Select((set, i) => (set.Key, Number: (uint)i + 1)).ToDictionary(set => set.Key, set => set.Number);
        using var writer = new ModelWriter();
        writer.Table([.. WordNetDictionary.Read(dictionary).Select(item => (FeatureHash.Text(item.Word), item.Entry))], WordLexicon.EntryBits);
        writer.Table([.. words.Where(word => numbered.ContainsKey(word.Item2)).Select(word => (word.Item1, numbered[word.Item2]))], WordLexicon.TagSetBits);
        writer.Table(GazetteerTrainer.Names(Lexicon.Default), Gazetteer.Bits);
        return writer.ToArray();
    }
}
