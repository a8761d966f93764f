using Demarche.Language.Models;

namespace Demarche.Language.Words;

/// <summary>
/// The words of one sentence as the models see them: hashes, shapes, dictionary entries. Reused from sentence to sentence.
/// Index 0 is the first word; two words of padding on either side are reached through <see cref="Pad"/>.
/// </summary>
internal sealed class SentenceWords
{
    /// <summary>Padding before the first word and after the last one.</summary>
    public const int Pad = 2;

    public int Count;
    public string[] Forms = [];
    /// <summary>Hash of the word in lower case with digits as zeros.</summary>
    public ulong[] Word = [];
    public ulong[] Shape = [];
    public uint[] RawShape = [];
    public ulong[] Suffix2 = [], Suffix3 = [];
    public ulong[] Entry = [], TagSet = [];
    /// <summary>Entry for the parser and the name finder: with inflection taken off.</summary>
    public uint[] RawEntry = [];
    public bool AllCaps;

    public void Fill(ReadOnlySpan<string> forms, WordLexicon lexicon)
    {
        Count = forms.Length;
        if (Forms.Length < Count + (2 * Pad))
            Grow(Count + (2 * Pad));
        Span<char> lower = stackalloc char[64];
        int upper = 0, lowerLetters = 0;
        for (var i = 0; i < Count; i++)
        {
            var form = forms[i];
            var at = i + Pad;
            Forms[at] = form;
            var length = Lower(form, lower);
            var word = lower[..length];
            var shape = WordShapes.Of(form);
            RawShape[at] = shape;
            Shape[at] = FeatureHash.Mix(shape);
            Word[at] = FeatureHash.Text(word);
            Suffix2[at] = FeatureHash.Text(word[^Math.Min(2, length)..]);
            Suffix3[at] = FeatureHash.Text(word[^Math.Min(3, length)..]);
            var entry = Inflection.Find(lexicon, word, Word[at]);
            RawEntry[at] = entry;
            Entry[at] = FeatureHash.Mix(entry + 0x10000ul);
            TagSet[at] = FeatureHash.Mix(lexicon.TagSet(Word[at]) + 0x20000ul);
            var caps = WordShapes.Caps(shape);
            if (caps is WordShapes.AllCaps && length > 2)
                upper++;
            else if (caps is WordShapes.Lower or WordShapes.Mixed or WordShapes.Capitalized)
                lowerLetters++;
        }
        AllCaps = upper > lowerLetters;
        for (var i = 0; i < Pad; i++)
        {
            Edge(i, 0x31 + (ulong)i);
            Edge(Count + Pad + i, 0x41 + (ulong)i);
        }
    }

    private void Edge(int at, ulong kind)
    {
        Word[at] = Shape[at] = Suffix2[at] = Suffix3[at] = Entry[at] = TagSet[at] = FeatureHash.Mix(kind);
        RawShape[at] = 0;
        RawEntry[at] = 0;
        Forms[at] = "";
    }

    /// <summary>Writes the word in lower case, digits as zeros; of a very long word only the beginning and the end.</summary>
    public static int Lower(string form, Span<char> to)
    {
        var length = Math.Min(form.Length, to.Length);
        for (var i = 0; i < length; i++)
        {
            var letter = i < length / 2 || form.Length <= to.Length ? form[i] : form[form.Length - length + i];
            to[i] = letter < 128
                ? (char)(letter is >= 'A' and <= 'Z' ? letter | 0x20 : letter is >= '0' and <= '9' ? '0' : letter)
                : letter is '’' or '‘' or '`' or 'ʼ' ? '\'' : char.IsDigit(letter) ? '0' : char.ToLowerInvariant(letter);
        }
        return length;
    }

    private void Grow(int capacity)
    {
        capacity = Math.Max(64, capacity * 3 / 2);
        Forms = new string[capacity];
        Word = new ulong[capacity];
        Shape = new ulong[capacity];
        RawShape = new uint[capacity];
        Suffix2 = new ulong[capacity];
        Suffix3 = new ulong[capacity];
        Entry = new ulong[capacity];
        TagSet = new ulong[capacity];
        RawEntry = new uint[capacity];
    }
}
