using Demarche.Language.Models;

namespace Demarche.Language.Words;

/// <summary>
/// Known names, compiled from the knowledge tables when the models are trained: a hash of a name's words to what it may name.
/// The name finder reads it as evidence, so that a name not in it is found too and a name in it may mean something else.
/// </summary>
internal sealed class Gazetteer(ModelReader reader)
{
    public const uint Person = 1, Given = 2, Surname = 4, Organization = 8, State = 16, Place = 32, Group = 64, Title = 128;

    /// <summary>The words begin a longer name.</summary>
    public const uint Begins = 256;

    /// <summary>How many bits an entry has.</summary>
    public const int Bits = 10;

    private const int Longest = 8;
    private const uint Whole = Person | Organization | State | Place | Group;

    private readonly HashTable _names = new(reader, Bits);

    /// <summary>The hash of a name so far, and one more word.</summary>
    public static ulong Join(ulong name, ulong word) => FeatureHash.Of(0x6A, name, word);

    /// <summary>
    /// Writes what each word may be: the kinds of the longest known name that covers it (bits 0–7), whether it is that name's first
    /// word (bit 8) or a later one (bit 9), and what it is alone (from bit 10).
    /// </summary>
    public void Mark(ReadOnlySpan<ulong> words, ReadOnlySpan<uint> shapes, Span<uint> marks)
    {
        marks.Clear();
        var covered = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (WordShapes.Caps(shapes[i]) is WordShapes.Lower or WordShapes.NoLetters)
                continue;
            var name = Join(0, words[i]);
            var entry = _names[name];
            marks[i] |= (entry & (Given | Surname | Title | Group)) << 10;
            if (i < covered)
                continue;
            uint found = entry & Whole, last = (uint)i;
            for (var k = i + 1; (entry & Begins) != 0 && k < words.Length && k < i + Longest; k++)
            {
                name = Join(name, words[k]);
                entry = _names[name];
                if ((entry & Whole) == 0)
                    continue;
                found = entry & Whole;
                last = (uint)k;
            }
            if (found == 0)
                continue;
            for (var k = i; k <= last; k++)
                marks[k] |= found | (k == i ? 256u : 512u);
            covered = (int)last + 1;
        }
    }
}
