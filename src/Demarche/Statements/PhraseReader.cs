using Demarche.Language;

namespace Demarche.Statements;

/// <summary>Reads the statements that phrases and adverbs tell of: "according to", "in the army's view", "as he put it", "reportedly".</summary>
internal sealed class PhraseReader(CueTable cues, SpeakerReader speakers)
{
    /// <summary>The statement of a phrase that begins at a token, or null.</summary>
    public Draft? Read(SentenceReader reader, int token)
    {
        var sentence = reader.Sentence;
        var lemma = sentence[token].Lemma;
        if (token + 1 < sentence.Count && sentence[token + 1].Lemma == "to" && sentence[token].Form is "according" or "According")
            return According(reader, token);
        if (lemma == "in" && sentence[token].Relation == Deprel.@case && sentence[token].Head is var noun and >= 0 && cues.Is("view", sentence[noun].Lemma))
            return View(reader, token, noun);
        if (sentence[token].Upos == Upos.ADV && cues.Is("adverb", lemma))
            return Adverb(reader, token);
        return lemma == "put" && reader.ChildWithLemma(token, "as") is var @as and >= 0 && @as < token ? PutIt(reader, token, @as) : null;
    }

    private Draft? According(SentenceReader reader, int token)
    {
        var sentence = reader.Sentence;
        int name = -1, from = token;
        if (sentence[token].Relation is Deprel.@case or Deprel.mark)
            name = sentence[token].Head;
        else
            foreach (var child in sentence.Children(token))
                if (sentence[child].Relation is Deprel.obl or Deprel.nmod or Deprel.obj && child > token)
                    name = child;
        if (name <= token)
            return null;
        var top = sentence[token].Relation is Deprel.@case or Deprel.mark ? name : token;
        return FromClause(reader, from, token + 1, top, name);
    }

    private Draft? View(SentenceReader reader, int token, int noun)
    {
        var sentence = reader.Sentence;
        var name = sentence.Child(noun, Deprel.nmod_poss);
        if (name < 0)
            foreach (var child in sentence.Children(noun))
                if (sentence[child].Relation == Deprel.nmod && reader.Preposition(child) == "of")
                    name = child;
        return name < 0 || sentence[noun].Relation is not (Deprel.obl or Deprel.nmod) ? null : name < noun ? FromClause(reader, noun, noun, noun, name) : FromClause(reader, token, Of(sentence, name, noun), noun, name);
    }

    private static int Of(Sentence sentence, int name, int noun)
    {
        foreach (var child in sentence.Children(name))
            if (child > noun && child < name && sentence[child].Relation == Deprel.@case)
                return child;
        return name - 1;
    }

    private Draft? PutIt(SentenceReader reader, int verb, int @as)
    {
        _ = @as;
        var sentence = reader.Sentence;
        var subject = sentence.Child(verb, Deprel.nsubj);
        if (subject < 0 || sentence[verb].Head < 0 || reader.ChildWithLemma(verb, "it") < 0)
            return null;
        var last = verb + 1 < sentence.Count && sentence[verb + 1].Lemma == "it" ? verb + 1 : verb;
        return FromClause(reader, CueExtent.Of(sentence, cues, verb, last).First, last, verb, subject);
    }

    /// <summary>The clause around a phrase, less the phrase, as the content.</summary>
    private Draft? FromClause(SentenceReader reader, int cueFirst, int cueLast, int top, int name)
    {
        var sentence = reader.Sentence;
        var clause = Clause(sentence, sentence[top].Head);
        if (clause < 0)
            return null;
        reader.Clear();
        reader.Mark(clause);
        // "…, according to the army, and dozens fled": a clause of its own behind the phrase is told by nobody
        foreach (var child in sentence.Children(clause))
            if (sentence[child].Relation == Deprel.conj && clause < cueFirst && child > cueLast && sentence.Extent(child).First > cueLast
                && (reader.Has(child, Deprel.nsubj) || reader.Has(child, Deprel.nsubj_pass)))
                reader.Unmark(child);
        reader.Unmark(top);
        var speaker = speakers.Read(reader, name, cueFirst, cueLast);
        reader.Unmark(speaker.Span);
        reader.Unmark(cueFirst, cueLast);
        var content = reader.Marked();
        return content.Count == 0 ? null : new(reader.Number)
        {
            CueToken = cueFirst,
            Cue = sentence.SpanOf(cueFirst, cueLast),
            Speaker = speaker,
            Content = content,
        };
    }

    private static Draft? Adverb(SentenceReader reader, int adverb)
    {
        var sentence = reader.Sentence;
        var verb = sentence[adverb].Head;
        if (verb < 0 || (sentence.Child(verb, Deprel.nsubj) < 0 && sentence.Child(verb, Deprel.nsubj_pass) < 0 && sentence[verb].Relation is not (Deprel.root or Deprel.conj)))
            return null;
        reader.Clear();
        reader.Mark(verb);
        reader.Unmark(adverb);
        var content = reader.Marked();
        return content.Count == 0 ? null : new(reader.Number) { CueToken = adverb, Cue = sentence[adverb].Span, Content = content };
    }

    /// <summary>The head of the clause that a token stands in, up to the one that a verb of saying or a noun governs.</summary>
    private static int Clause(Sentence sentence, int token)
    {
        for (var steps = 0; token >= 0 && steps < sentence.Count; steps++)
        {
            if (sentence[token].Relation is Deprel.root or Deprel.ccomp or Deprel.acl_relcl or Deprel.parataxis || sentence[token].Head < 0)
                return token;
            token = sentence[token].Head;
        }
        return token;
    }
}
