using Demarche.Language;
using Demarche.Language.Models;
using Demarche.Language.Naming;
using Demarche.Language.Words;

namespace Demarche.Training;

/// <summary>Trains the name finder on sentences whose names are annotated.</summary>
internal static class NameTrainer
{
    private const double Forgetful = 0.3;

    public static Perceptron Train(IReadOnlyList<TrainingSentence> sentences, WordLexicon lexicon, int epochs, int seed)
    {
        var perceptron = new Perceptron(NameCodes.Count);
        var random = new Random(seed);
        TaggedWords words = new();
        var features = new ulong[NameFeatures.Capacity];
        var scores = new int[LinearModel.WidthOf(NameCodes.Count)];
        var annotated = sentences.Select(sentence => (Sentence: sentence, Codes: NameGold.Codes(sentence))).Where(item => item.Codes[0] >= 0).ToList();
        var replaced = new NameReplacement(Knowledge.Lexicon.Default);
        var real = annotated.Count;
        for (var copy = 0; copy < 3; copy++)
            for (var i = 0; i < real; i++)
                if (annotated[i].Codes.Any(code => code is > 0 and <= 6))
                    annotated.Add(replaced.Make(annotated[i].Sentence, annotated[i].Codes, random));
        for (var epoch = 0; epoch < epochs; epoch++)
            foreach (var index in Shuffle.Order(annotated.Count, random))
            {
                var (sentence, codes) = annotated[index];
                words.Fill(sentence.Forms, sentence.Upos, sentence.Xpos, sentence.Heads, sentence.Relations, lexicon);
                if (random.NextDouble() < Forgetful)
                    words.Forget();
                ulong one = NameFinder.Mixed(-1), two = one;
                var before = 0;
                for (var i = 0; i < sentence.Count; i++)
                {
                    perceptron.Clock++;
                    Array.Clear(scores);
                    var span = features.AsSpan(0, NameFeatures.Write(words, i, one, two, features));
                    perceptron.Score(span, scores);
                    var guess = NameFinder.Best(scores, before, words, i);
                    if (guess != codes[i] && NameFinder.May(codes[i], before, words, i))
                    {
                        perceptron.Update(span, codes[i], 1);
                        perceptron.Update(span, guess, -1);
                    }
                    before = epoch == 0 ? codes[i] : guess;
                    two = one;
                    one = NameFinder.Mixed(before);
                }
            }
        return perceptron;
    }
}
