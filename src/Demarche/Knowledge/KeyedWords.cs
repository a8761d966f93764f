using System.Text;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Knowledge;

/// <summary>
/// A run of words with the <see cref="NameKey"/> of every part of it, so that names can be looked up without making strings.
/// A clitic ("'s") joins the word before it; hyphens and quotes have empty keys.
/// </summary>
public sealed class KeyedWords
{
    private readonly string _keys;
    private readonly int[] _begin;
    private readonly int[] _end;
    private readonly string[] _forms;

    private KeyedWords(string keys, int[] begin, int[] end, string[] forms) => (_keys, _begin, _end, _forms) = (keys, begin, end, forms);

    /// <summary>How many words there are.</summary>
    public int Count => _forms.Length;

    /// <summary>A word's letters.</summary>
    public string this[int word] => _forms[word];

    /// <summary>The words of a sentence.</summary>
    public static KeyedWords Of(Sentence sentence)
    {
        var forms = new string[sentence.Count];
        for (var i = 0; i < forms.Length; i++)
            forms[i] = sentence[i].Form;
        return Of(forms);
    }

    /// <summary>The words of a phrase, split at blanks, hyphens, commas and clitics.</summary>
    public static KeyedWords Split(string phrase)
    {
        List<string> words = [];
        foreach (var part in phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var word = part.AsSpan();
            while (word.Length > 1 && word[0] is '"' or '“' or '(' or '[')
            {
                words.Add(word[..1].ToString());
                word = word[1..];
            }
            var tail = word.Length;
            while (tail > 1 && word[tail - 1] is ',' or ';' or ':' or '"' or '”' or ')' or ']' or '!' or '?')
                tail--;
            var core = word[..tail];
            if (core.EndsWith("'s", StringComparison.Ordinal) || core.EndsWith("’s", StringComparison.Ordinal))
            {
                words.Add(core[..^2].ToString());
                words.Add(core[^2..].ToString());
            }
            else
            {
                words.Add(core.ToString());
            }
            foreach (var mark in word[tail..])
                words.Add(mark.ToString());
        }
        return Of([.. words]);
    }

    /// <summary>The key of the words from <paramref name="first"/> to <paramref name="last"/>, both inclusive.</summary>
    public ReadOnlySpan<char> KeyOf(int first, int last) =>
        _end[last] > _begin[first] ? _keys.AsSpan(_begin[first], _end[last] - _begin[first]) : [];

    /// <summary>Whether a word has an empty key.</summary>
    public bool IsEmpty(int word) => _end[word] == _begin[word];

    /// <summary>The words from first to last as they stand, joined by blanks as the key is.</summary>
    public bool HasExactly(int first, int last, string letters)
    {
        var at = 0;
        for (var word = first; word <= last; word++)
            foreach (var character in _forms[word])
            {
                if (character is '.' or '\'' or '’')
                    continue;
                if (at >= letters.Length || letters[at++] != character)
                    return false;
            }
        return at == letters.Length;
    }

    private static KeyedWords Of(string[] forms)
    {
        var builder = new StringBuilder(forms.Length * 7);
        int[] begin = new int[forms.Length], end = new int[forms.Length];
        for (var i = 0; i < forms.Length; i++)
        {
            var form = forms[i].AsSpan();
            var isClitic = form.Length > 1 && form[0] is '\'' or '’';
            if (isClitic || form.Length == 1 && !char.IsLetterOrDigit(form[0]))
            {
                begin[i] = builder.Length;
                if (isClitic)
                    foreach (var character in form[1..])
                        builder.Append(NameKey.Fold(character));
                else if (form[0] is not ('-' or '–' or '.' or '\'' or '’' or '"'))
                    builder.Append(' ').Append(form[0]);
                end[i] = builder.Length;
                if (end[i] > begin[i] && !isClitic)
                    begin[i]++;
                continue;
            }
            var before = builder.Length;
            NameKey.Append(builder, form);
            begin[i] = builder.Length > before && before > 0 ? before + 1 : before;
            end[i] = builder.Length;
        }
        return new(builder.ToString(), begin, end, forms);
    }
}
