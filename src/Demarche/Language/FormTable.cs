using Demarche.Language.Models;

namespace Demarche.Language;

/// <summary>
/// Shares the strings of recent short tokens between sentences and threads. A slot is one reference, read and written whole,
/// so that no lock is needed: the worst that a race does is to make a string twice.
/// </summary>
internal sealed class FormTable
{
    private const int Longest = 16;
    private readonly string?[] _slots = new string?[1 << 14];

    public string Get(ReadOnlySpan<char> form)
    {
        if (form.Length > Longest)
            return new(form);
        ref var slot = ref _slots[(int)(FeatureHash.Text(form) >> 50)];
        var shared = slot;
        if (shared is not null && form.SequenceEqual(shared))
            return shared;
        return slot = new(form);
    }
}
