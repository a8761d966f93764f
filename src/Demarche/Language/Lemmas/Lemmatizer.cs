using Demarche.Language.Models;
using Demarche.Language.Words;

namespace Demarche.Language.Lemmas;

/// <summary>Gives words their dictionary form: irregular ones from a table, the others by English spelling and a dictionary.</summary>
internal sealed class Lemmatizer
{
    /// <summary>What the treebanks behind the table have wrong.</summary>
    private static readonly (string Form, string Lemma)[] Corrections =
    [
        ("fled", "flee"), ("freed", "free"), ("ranged", "range"), ("reconvened", "reconvene"), ("excepted", "except"), ("leaned", "lean"),
        ("swore", "swear"), ("froze", "freeze"), ("quit", "quit"), ("sank", "sink"), ("overrode", "override"), ("clung", "cling"), ("stung", "sting"),
    ];

    private readonly WordLexicon _words;
    private readonly Dictionary<string, Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>> _irregular = [];

    public Lemmatizer(ModelReader reader, WordLexicon words)
    {
        _words = words;
        var tags = reader.ReadInt();
        for (var i = 0; i < tags; i++)
        {
            var tag = reader.ReadString();
            var table = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var pair in reader.ReadStrings())
            {
                var tab = pair.IndexOf('\t', StringComparison.Ordinal);
                table[pair[..tab]] = pair[(tab + 1)..];
            }
            if (tag is "VBD" or "VBN")
                foreach (var (form, right) in Corrections)
                    table[form] = right;
            _irregular[tag] = table.GetAlternateLookup<ReadOnlySpan<char>>();
        }
    }

    /// <summary>A lemmatizer that knows spelling alone, for training the table.</summary>
    public Lemmatizer(WordLexicon words) => _words = words;

    public string Lemma(string form, Upos upos, string xpos)
    {
        if (form.Length > 60)
            return form;
        Span<char> buffer = stackalloc char[form.Length + 2];
        var changed = false;
        for (var i = 0; i < form.Length; i++)
        {
            var letter = form[i] is '’' or '`' ? '\'' : char.ToLowerInvariant(form[i]);
            changed |= letter != form[i];
            buffer[i] = letter;
        }
        var lower = buffer[..form.Length];
        if (_irregular.TryGetValue(xpos, out var table) && table.TryGetValue(lower, out var lemma))
            return lemma;
        if (upos == Upos.PROPN)
            return xpos == "NNPS" && Endings.Singular(lower, buffer, _words) is var cut && cut < form.Length && form.AsSpan(0, cut).Equals(buffer[..cut], StringComparison.OrdinalIgnoreCase)
                ? form[..cut] : form;
        var length = form.Length < 3 ? form.Length : xpos switch
        {
            "NNS" => Endings.Singular(lower, buffer, _words),
            "VBZ" => Endings.Present(lower, buffer, _words),
            "VBD" or "VBN" when lower.EndsWith("ed") => Endings.Stem(lower, 2, buffer, _words, WordLexicon.Verb),
            "VBG" when lower.EndsWith("ing") => Endings.Stem(lower, 3, buffer, _words, WordLexicon.Verb),
            "JJR" or "RBR" when lower.EndsWith("er") => Endings.Stem(lower, 2, buffer, _words, WordLexicon.Adjective | WordLexicon.Adverb),
            "JJS" or "RBS" when lower.EndsWith("est") => Endings.Stem(lower, 3, buffer, _words, WordLexicon.Adjective | WordLexicon.Adverb),
            _ => form.Length,
        };
        return length == form.Length && !changed ? form : new(buffer[..length]);
    }
}
