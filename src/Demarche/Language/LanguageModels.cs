using System.Security.Cryptography;
using Demarche.Knowledge;
using Demarche.Language.Lemmas;
using Demarche.Language.Models;
using Demarche.Language.Naming;
using Demarche.Language.Neural;
using Demarche.Language.Words;

namespace Demarche.Language;

/// <summary>The engine's models, read where they lie in the library's own file.</summary>
internal sealed class LanguageModels
{
    private static readonly Lazy<LanguageModels> LazyShipped = new(() => new(name => ModelReader.Open($"Language/{name}.model"), Lexicon.Model("Language/parser.model")));

    private readonly Lazy<string> _hash;
    private readonly FormTable _forms = new();

    public LanguageModels(Func<string, ModelReader> open, Stream parser)
    {
        ModelReader words = open("words"), lemmas = open("lemmas"), names = open("names");
        _hash = new(() => HashOf(words, lemmas, names));
        Words = new(words);
        Parser = new(NeuralModel.Read(parser));
        Lemmatizer = new(lemmas, Words);
        Names = new(new LinearModel(names));
    }

    /// <summary>The models that ship with the library; there is one copy.</summary>
    public static LanguageModels Shipped => LazyShipped.Value;

    public WordLexicon Words { get; }

    public NeuralParser Parser { get; }

    public Lemmatizer Lemmatizer { get; }

    public NameFinder Names { get; }

    public string Hash => _hash.Value;

    /// <summary>A string with the letters; frequent short ones are shared.</summary>
    public string Intern(ReadOnlySpan<char> form) => _forms.Get(form);

    private static unsafe string HashOf(params ReadOnlySpan<ModelReader> readers)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var reader in readers)
            hash.AppendData(reader.All);
        using var parser = Lexicon.Model("Language/parser.model");
        hash.AppendData(new ReadOnlySpan<byte>(parser.PositionPointer, (int)parser.Length));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
