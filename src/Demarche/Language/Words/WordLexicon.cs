using Demarche.Language.Models;

namespace Demarche.Language.Words;

/// <summary>
/// What is known of a word before it is seen in a sentence: the parts of speech and the meaning classes that a dictionary
/// gives it, and the set of tags that it bore in the training text. Two hash tables that lie in the model file.
/// </summary>
internal sealed class WordLexicon
{
    /// <summary>Parts of speech in a dictionary entry; <see cref="Proper"/> where it is also a name.</summary>
    public const uint Noun = 1, Verb = 2, Adjective = 4, Adverb = 8, Proper = 16;

    /// <summary>Where the noun's and the verb's meaning class begin, and how many bits an entry has.</summary>
    public const int NounClass = 5, VerbClass = 10, EntryBits = 14;

    /// <summary>How many bits the number of a tag set has.</summary>
    public const int TagSetBits = 12;

    private readonly HashTable _entries;
    private readonly HashTable _tagSets;

    public WordLexicon(ModelReader reader)
    {
        _entries = new(reader, EntryBits);
        _tagSets = new(reader, TagSetBits);
        Names = new(reader);
    }

    /// <summary>Known names.</summary>
    public Gazetteer Names { get; }

    /// <summary>The dictionary's entry for the hash of a word in lower case, 0 if there is none.</summary>
    public uint Entry(ulong word) => _entries[word];

    /// <summary>The number of the set of tags that the word bore in training, 0 if it was rare.</summary>
    public uint TagSet(ulong word) => _tagSets[word];
}
