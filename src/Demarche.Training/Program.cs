using Demarche.Language;
using Demarche.Language.Models;
using Demarche.Language.Naming;
using Demarche.Language.Words;
using Demarche.Training;

switch (args)
{
    case ["dictionary", var from, var to]:
        WordNetDictionary.Write(from, to);
        return 0;
    case ["parse", var source]:
        return Parsing.Run(source);
    case ["words", var data, var output]:
        {
            List<TrainingSentence> train = [.. TrainingSentence.Read(Path.Combine(data, "ewt-train.conllu")), .. TrainingSentence.Read(Path.Combine(data, "gum-train.conllu"))];
            var bytes = LexiconTrainer.Train(train, Path.Combine(AppContext.BaseDirectory, "dictionary.tsv"));
            File.WriteAllBytes(Path.Combine(output, "words.model"), bytes);
            using var pinned = new PinnedBytes(bytes);
            var lexicon = new WordLexicon(pinned.Open());
            File.WriteAllBytes(Path.Combine(output, "lemmas.model"), LemmaTrainer.Train(train, lexicon, Path.Combine(AppContext.BaseDirectory, "irregular.tsv")));
            using var names = TrainedModel.Of(NameCodes.Names, Sum.Of([.. Enumerable.Range(3, 4).Select(seed => NameTrainer.Train(train, lexicon, 8, seed))]), 250_000);
            File.WriteAllBytes(Path.Combine(output, "names.model"), names.Bytes);
            return 0;
        }
    default:
        Console.Error.WriteLine("words TREEBANKS OUT | dictionary WORDNET OUT | parse FILE");
        return 2;
}
