using Demarche.Language.Models;
using Demarche.Language.Words;

namespace Demarche.Language.Naming;

/// <summary>The words of a sentence with their tags, as the name finder's features take them.</summary>
internal sealed class TaggedWords
{
    public SentenceWords Words { get; } = new();

    /// <summary>The Penn tag's hash; one more after the last word.</summary>
    public ulong[] Tag = [];

    /// <summary>The meaning class that the dictionary gives the word as its part of speech.</summary>
    public ulong[] Class = [];
    public Upos[] Upos = [];

    /// <summary>What the gazetteer says, with a word of padding before the first.</summary>
    public uint[] Marks = [];
    public ulong[] Known = [];

    public int Count => Words.Count;

    public void Fill(ReadOnlySpan<string> forms, ReadOnlySpan<Upos> upos, ReadOnlySpan<string> xpos, WordLexicon lexicon)
    {
        Words.Fill(forms, lexicon);
        if (Tag.Length < Count + 1)
        {
            var capacity = Math.Max(64, (Count + 1) * 3 / 2);
            Tag = new ulong[capacity];
            Class = new ulong[capacity];
            Upos = new Upos[capacity];
            Marks = new uint[capacity];
            Known = new ulong[capacity + 2];
        }
        lexicon.Names.Mark(Words.Word.AsSpan(SentenceWords.Pad, Count), Words.RawShape.AsSpan(SentenceWords.Pad, Count), Marks.AsSpan(0, Count));
        Known[0] = Known[Count + 1] = FeatureHash.Mix(0x75);
        for (var i = 0; i < Count; i++)
        {
            Tag[i] = FeatureHash.Text(xpos[i]);
            Upos[i] = upos[i];
            Known[i + 1] = FeatureHash.Mix(0x40000 + (ulong)Marks[i]);
            Class[i] = FeatureHash.Mix(0x7000 + Meaning(Words.RawEntry[i + SentenceWords.Pad], upos[i]));
        }
        Tag[Count] = FeatureHash.Mix(0x76);
    }

    private static uint Meaning(uint entry, Upos upos) => upos switch
    {
        Language.Upos.NOUN => 64 + ((entry >> WordLexicon.NounClass) & 31),
        Language.Upos.PROPN => 128 + ((entry >> WordLexicon.NounClass) & 31) + ((entry & WordLexicon.Proper) << 4),
        Language.Upos.VERB => 256 + ((entry >> WordLexicon.VerbClass) & 15),
        _ => (uint)upos,
    };
}
