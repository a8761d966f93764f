using System.Collections.Immutable;
using Demarche.Events.Grammar;
using Demarche.Knowledge;

namespace Demarche.Events;

/// <summary>What events are about, by the words around them: Events/contexts.tsv. Immutable.</summary>
internal sealed class EventContexts
{
    private readonly Dictionary<string, string[]> _byWord = new(StringComparer.Ordinal);

    private EventContexts()
    {
    }

    public static EventContexts Load(Lexicon lexicon)
    {
        var table = new EventContexts();
        foreach (var row in lexicon.Rows("Events/contexts"))
            foreach (var word in row.List("words"))
                table._byWord[word] = table._byWord.TryGetValue(word, out var before) ? [.. before, row["context"]] : [row["context"]];
        return table;
    }

    /// <summary>The contexts of a sentence, in order of their first word.</summary>
    public ImmutableArray<string> Of(SentenceView view)
    {
        List<string>? found = null;
        for (var token = 0; token < view.Count; token++)
        {
            if (!_byWord.TryGetValue(view.Lemma(token), out var contexts) && !_byWord.TryGetValue(view.Lower(token), out contexts))
                continue;
            foreach (var context in contexts)
                if (!(found ??= []).Contains(context))
                    found.Add(context);
        }
        // Crime is what no narrower context names.
        if (found is not null && found.Contains("crime") && (found.Contains("corruption") || found.Contains("illegal_drugs") || found.Contains("trafficking")))
            found.Remove("crime");
        return found is null ? [] : [.. found];
    }
}
