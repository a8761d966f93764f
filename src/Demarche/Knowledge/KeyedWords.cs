using System.Buffers;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Knowledge;

/// <summary>
/// A run of words with the <see cref="NameKey"/> of every part of it, so that names can be looked up without making strings.
/// A clitic ("'s") joins the word before it; hyphens and quotes have empty keys.
/// </summary>
public sealed class KeyedWords
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(",;:!?()[]\"“”„«»-–—");
    private readonly char[] _keys;
    private readonly Word[] _words;
    private readonly string[]? _forms;
    private readonly string _phrase;

    private KeyedWords(string phrase, int count)
    {
        _phrase = phrase;
        _words = new Word[count];
        _keys = new char[phrase.Length + count];
    }

    private KeyedWords(string[] forms, int letters)
    {
        _forms = forms;
        _phrase = "";
        _words = new Word[forms.Length];
        _keys = new char[letters + forms.Length];
    }

    /// <summary>How many words there are.</summary>
    public int Count => _words.Length;

    /// <summary>A word's letters.</summary>
    public ReadOnlySpan<char> this[int word] => _forms is not null ? _forms[word] : _phrase.AsSpan(_words[word].Begin, _words[word].Length);

    /// <summary>The words of a sentence.</summary>
    public static KeyedWords Of(Sentence sentence)
    {
        var forms = new string[sentence.Count];
        var letters = 0;
        for (var i = 0; i < forms.Length; i++)
        {
            forms[i] = sentence[i].Form;
            letters += forms[i].Length;
        }
        var words = new KeyedWords(forms, letters);
        words.MakeKeys();
        return words;
    }

    /// <summary>The words of a phrase, split at blanks, hyphens, marks and clitics.</summary>
    public static KeyedWords Split(string phrase)
    {
        var count = 0;
        for (var at = 0; Next(phrase, ref at).Length > 0;)
            count++;
        var words = new KeyedWords(phrase, count);
        count = 0;
        for (var at = 0; Next(phrase, ref at) is { Length: > 0 } word;)
            words._words[count++] = word;
        words.MakeKeys();
        return words;
    }

    /// <summary>The key of the words from <paramref name="first"/> to <paramref name="last"/>, both inclusive.</summary>
    public ReadOnlySpan<char> KeyOf(int first, int last) =>
        _words[last].KeyEnd > _words[first].KeyBegin ? _keys.AsSpan(_words[first].KeyBegin, _words[last].KeyEnd - _words[first].KeyBegin) : [];

    /// <summary>Whether a word has an empty key.</summary>
    public bool IsEmpty(int word) => _words[word].KeyEnd == _words[word].KeyBegin;

    /// <summary>Whether a word is a clitic, which joins the word before it.</summary>
    public bool IsClitic(int word) => this[word] is ['\'' or '’', _, ..];

    /// <summary>The words from first to last as they stand in the phrase that was split; joined by blanks where a sentence was read.</summary>
    public string TextOf(int first, int last) =>
        _forms is null ? _phrase[_words[first].Begin..(_words[last].Begin + _words[last].Length)] : string.Join(' ', _forms[first..(last + 1)]);

    /// <summary>
    /// Whether the words from first to last have the letters of an acronym, full stops and apostrophes aside. The case of letters
    /// counts, but where the acronym has at least four and the words have two capitals ("DfID").
    /// </summary>
    public bool HasExactly(int first, int last, string letters)
    {
        int at = 0, capitals = 0, others = 0;
        for (var word = first; word <= last; word++)
            foreach (var character in this[word])
            {
                if (character is '.' or '\'' or '’')
                    continue;
                if (at >= letters.Length)
                    return false;
                if (letters[at] != character)
                {
                    if (char.ToUpperInvariant(character) != char.ToUpperInvariant(letters[at]))
                        return false;
                    others++;
                }
                at++;
                if (char.IsUpper(character))
                    capitals++;
            }
        return at == letters.Length && (others == 0 || letters.Length >= 4 && capitals >= 2);
    }

    /// <summary>The next word of a phrase; one without length at its end.</summary>
    private static Word Next(ReadOnlySpan<char> phrase, ref int at)
    {
        while (at < phrase.Length && char.IsWhiteSpace(phrase[at]))
            at++;
        var begin = at;
        if (at >= phrase.Length)
            return default;
        if (Marks.Contains(phrase[at]))
            return new() { Begin = at++, Length = 1 };
        if (phrase[at] is '\'' or '’')
        {
            at++;
            if (at < phrase.Length && phrase[at] is 's' or 'S' && (at + 1 == phrase.Length || !char.IsLetterOrDigit(phrase[at + 1])))
                at++;
            if (at - begin == 2 || at == phrase.Length || !char.IsLetter(phrase[at]))
                return new() { Begin = begin, Length = at - begin };
        }
        while (at < phrase.Length && !char.IsWhiteSpace(phrase[at]) && (!Marks.Contains(phrase[at]) || IsInNumber(phrase, at)))
        {
            if (at > begin && phrase[at] is '\'' or '’' && IsClitic(phrase[at..]))
                break;
            at++;
        }
        return new() { Begin = begin, Length = at - begin };
    }

    // "'s" and the "'" of "generals'" at a word's end.
    private static bool IsClitic(ReadOnlySpan<char> rest) =>
        rest.Length == 1 || !char.IsLetterOrDigit(rest[1]) || rest[1] is 's' or 'S' && (rest.Length == 2 || !char.IsLetterOrDigit(rest[2]));

    private static bool IsInNumber(ReadOnlySpan<char> phrase, int at) =>
        phrase[at] == ',' && at > 0 && at + 1 < phrase.Length && char.IsAsciiDigit(phrase[at - 1]) && char.IsAsciiDigit(phrase[at + 1]);

    private void MakeKeys()
    {
        var length = 0;
        for (var i = 0; i < _words.Length; i++)
        {
            var form = this[i];
            ref var word = ref _words[i];
            word.KeyBegin = word.KeyEnd = length;
            if (IsClitic(i))
            {
                foreach (var character in form[1..])
                    _keys[length++] = NameKey.Fold(character);
            }
            else if (form.Length == 1 && !char.IsLetterOrDigit(form[0]))
            {
                if (form[0] is '-' or '–' or '—' or '.' or '\'' or '’' or '"')
                    continue;
                if (length > 0)
                    _keys[length++] = ' ';
                word.KeyBegin = length;
                _keys[length++] = form[0];
            }
            else
            {
                var before = length;
                length = NameKey.Append(_keys, length, form);
                word.KeyBegin = length > before && before > 0 ? before + 1 : before;
            }
            word.KeyEnd = length;
        }
    }

    private struct Word
    {
        public int Begin;
        public int Length;
        public int KeyBegin;
        public int KeyEnd;
    }
}
