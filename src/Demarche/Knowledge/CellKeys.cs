using System.Text;

namespace Demarche.Knowledge;

/// <summary>Makes text and <see cref="NameKey"/>s of cells in a buffer of its own. Mutable, for one thread.</summary>
internal sealed class CellKeys
{
    private char[] _text = new char[256];
    private char[] _key = new char[256];

    /// <summary>A cell as text; valid until the next call.</summary>
    public ReadOnlySpan<char> TextOf(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > _text.Length)
            (_text, _key) = (new char[cell.Length * 2], new char[cell.Length * 2]);
        return _text.AsSpan(0, Encoding.UTF8.GetChars(cell, _text));
    }

    /// <summary>The key of a name in a cell; valid until the next call.</summary>
    public ReadOnlySpan<char> KeyOf(ReadOnlySpan<byte> name)
    {
        var text = TextOf(name);
        return _key.AsSpan(0, NameKey.Append(_key, 0, text));
    }

    /// <summary>Cuts the first name off a list of names with '|' between them; blank ones are left out.</summary>
    public static bool Next(ref ReadOnlySpan<byte> list, out ReadOnlySpan<byte> name)
    {
        while (!list.IsEmpty)
        {
            var bar = list.IndexOf((byte)'|');
            name = bar < 0 ? list : list[..bar];
            while (name is [(byte)' ', ..])
                name = name[1..];
            while (name is [.., (byte)' '])
                name = name[..^1];
            list = bar < 0 ? [] : list[(bar + 1)..];
            if (!name.IsEmpty)
                return true;
        }
        name = [];
        return false;
    }
}
