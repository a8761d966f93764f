namespace Demarche.Ledgers.Joining;

/// <summary>Hashes of a text's words, letters and digits only, without regard to case: the same on every machine.</summary>
internal static class WordHashes
{
    /// <summary>Appends the hashes of the words to a list.</summary>
    public static void Append(ReadOnlySpan<char> text, List<ulong> hashes)
    {
        var hash = 0UL;
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
                hash = ((hash == 0 ? 14695981039346656037UL : hash) ^ char.ToLowerInvariant(character)) * 1099511628211UL;
            else if (hash != 0 && character is not ('\'' or '’' or '.'))
            {
                hashes.Add(Mix(hash));
                hash = 0;
            }
        }
        if (hash != 0)
            hashes.Add(Mix(hash));
    }

    /// <summary>The hash of some words in a row.</summary>
    public static ulong Of(ReadOnlySpan<ulong> words)
    {
        var hash = 0x9E3779B97F4A7C15UL;
        foreach (var word in words)
            hash = Mix(hash ^ word) + word;
        return hash;
    }

    /// <summary>Spreads a number's bits (the finalizer of MurmurHash3).</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCDUL;
        value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return value ^ (value >> 33);
    }
}
