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

    /// <summary>Of the phrase that the word's name heads: its relation and governor, and its preposition.</summary>
    public ulong[] Relation = [], Governor = [], Preposition = [];
    private int[] _tops = [];

    public int Count => Words.Count;

    public void Fill(ReadOnlySpan<string> forms, ReadOnlySpan<Upos> upos, ReadOnlySpan<string> xpos, ReadOnlySpan<int> heads, ReadOnlySpan<Deprel> relations, WordLexicon lexicon)
    {
        Words.Fill(forms, lexicon);
        if (Tag.Length < Count + 1)
        {
            var capacity = Math.Max(64, (Count + 1) * 3 / 2);
            Tag = new ulong[capacity];
            Class = new ulong[capacity];
            Upos = new Upos[capacity];
            Relation = new ulong[capacity];
            Governor = new ulong[capacity];
            Preposition = new ulong[capacity];
            _tops = new int[capacity];
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
        Climb(heads, relations);
    }

    /// <summary>Forgets what the gazetteer said, so that training does not lean on it alone.</summary>
    public void Forget()
    {
        Marks.AsSpan(0, Count).Clear();
        Known.AsSpan(1, Count).Fill(FeatureHash.Mix(0x40000));
    }

    private void Climb(ReadOnlySpan<int> heads, ReadOnlySpan<Deprel> relations)
    {
        for (var i = 0; i < Count; i++)
        {
            var top = i;
            for (var steps = 0; steps < 6 && heads[top] >= 0 && Upos[heads[top]] == Language.Upos.PROPN && relations[top] is Deprel.flat or Deprel.compound or Deprel.amod or Deprel.nmod_desc; steps++)
                top = heads[top];
            _tops[i] = top;
            Relation[i] = FeatureHash.Mix(0x9100 + (ulong)relations[top]);
            Governor[i] = heads[top] < 0 ? 0x99 : Words.Word[heads[top] + SentenceWords.Pad];
            Preposition[i] = 0x98;
        }
        for (var i = 0; i < Count; i++)
            if (relations[i] == Deprel.@case && heads[i] >= 0)
                Preposition[heads[i]] = Words.Word[i + SentenceWords.Pad];
        for (var i = 0; i < Count; i++)
            if (_tops[i] != i)
                Preposition[i] = Preposition[_tops[i]];
    }

    private static uint Meaning(uint entry, Upos upos) => upos switch
    {
        Language.Upos.NOUN => 64 + ((entry >> WordLexicon.NounClass) & 31),
        Language.Upos.PROPN => 128 + ((entry >> WordLexicon.NounClass) & 31) + ((entry & WordLexicon.Proper) << 4),
        Language.Upos.VERB => 256 + ((entry >> WordLexicon.VerbClass) & 15),
        _ => (uint)upos,
    };
}
