using Demarche.Language;

namespace Demarche.Statements;

/// <summary>Reads the statements that nouns and adjectives tell of: "the army's claim that", "is confident that".</summary>
internal sealed class NounReader(CueTable cues, SpeakerReader speakers)
{
    /// <summary>The statement of the noun or adjective at a token, or null.</summary>
    public Draft? Read(SentenceReader reader, int token) => reader.Sentence[token].Upos switch
    {
        Upos.NOUN => cues.Noun(reader.Sentence[token].Lemma) is { } cue ? Noun(reader, token, cue) : null,
        Upos.ADJ or Upos.VERB => cues.Adjective(reader.Sentence[token].Lemma) is { } cue ? Adjective(reader, token, cue) : null,
        _ => null,
    };

    private Draft? Noun(SentenceReader reader, int noun, Cue cue)
    {
        var sentence = reader.Sentence;
        reader.Clear();
        var last = noun;
        var frame = Content(reader, cue, noun, ref last, isAdjective: false);
        if (frame == CueFrames.None)
            return null;
        var (first, speaker) = NounSpeaker(sentence, noun);
        var verb = sentence[noun].Head;
        var negated = false;
        if (speaker < 0 && verb >= 0 && verb < noun && sentence[noun].Relation == Deprel.obj && cues.Is("light", sentence[verb].Lemma))
        {
            var extent = CueExtent.Of(sentence, cues, verb, verb);
            speaker = speakers.Subject(sentence, extent.Top);
            first = extent.First;
            negated = extent.Negated;
        }
        if (speaker < 0 && noun > 0 && sentence[noun - 1].Form == "," && sentence[noun].Form.EndsWith("ing", StringComparison.Ordinal) && verb >= 0)
            speaker = speakers.Subject(sentence, verb); // ", warning of …" read as a noun
        if (speaker < 0 && last > noun)
            return null; // "support for the plan": nobody's
        reader.Unmark(first, last);
        var content = reader.Marked();
        return content.Count == 0 ? null : new(reader.Number)
        {
            CueToken = noun,
            Frame = frame,
            Cue = sentence.SpanOf(first, last),
            Negated = negated,
            Speaker = speakers.Read(reader, speaker, first, last),
            Content = content,
        };
    }

    private Draft? Adjective(SentenceReader reader, int adjective, Cue cue)
    {
        var sentence = reader.Sentence;
        if (!reader.Has(adjective, Deprel.cop) && !reader.Has(adjective, Deprel.aux_pass) && sentence[adjective].Relation is not (Deprel.xcomp or Deprel.conj or Deprel.acl))
            return null;
        reader.Clear();
        var last = adjective;
        var frame = Content(reader, cue, adjective, ref last, isAdjective: true);
        if (frame == CueFrames.None)
            return null;
        var extent = CueExtent.Of(sentence, cues, adjective, last);
        var subject = sentence.Child(adjective, Deprel.nsubj_pass);
        if (subject < 0)
            subject = speakers.Subject(sentence, extent.Top);
        if (subject < 0 || sentence[subject].Lemma is "it" or "there")
            return null;
        reader.Unmark(extent.First, last);
        var content = reader.Marked();
        return content.Count == 0 ? null : new(reader.Number)
        {
            CueToken = adjective,
            Frame = frame,
            Cue = sentence.SpanOf(extent.First, last),
            Negated = extent.Negated,
            Speaker = speakers.Read(reader, subject, extent.First, last),
            Content = content,
        };
    }

    private static CueFrames Content(SentenceReader reader, Cue cue, int token, ref int last, bool isAdjective)
    {
        var sentence = reader.Sentence;
        foreach (var child in sentence.Children(token))
        {
            if (child < token)
                continue;
            var relation = sentence[child].Relation;
            if (relation is Deprel.acl or Deprel.ccomp or Deprel.xcomp or Deprel.advcl or Deprel.acl_relcl)
            {
                if (cue.Takes(CueFrames.To) && Verbs.IsInfinitive(sentence, child) && relation != Deprel.acl_relcl)
                {
                    reader.Mark(child);
                    return CueFrames.To;
                }
                if (cue.Takes(CueFrames.That) && HasComplementizer(sentence, child, isAdjective && relation == Deprel.ccomp))
                {
                    reader.Mark(child);
                    return CueFrames.That;
                }
            }
            if (relation is not (Deprel.nmod or Deprel.obl or Deprel.acl or Deprel.advcl))
                continue;
            foreach (var grandchild in sentence.Children(child))
                if (grandchild < child && sentence[grandchild].Relation is Deprel.@case or Deprel.mark && cue.TakesPreposition(sentence[grandchild].Lemma))
                {
                    reader.Mark(child);
                    foreach (var other in sentence.Children(token))
                        if (other > child && sentence[other].Relation == Deprel.nmod && reader.Preposition(other) == "of")
                            reader.Mark(other);
                    if (grandchild == last + 1)
                        last = grandchild;
                    reader.Unmark(grandchild, grandchild);
                    return CueFrames.Object;
                }
        }
        return CueFrames.None;
    }

    private static bool HasComplementizer(Sentence sentence, int clause, bool orNone)
    {
        foreach (var child in sentence.Children(clause))
            if (child < clause && (sentence[child].Relation == Deprel.mark || sentence[child].Xpos == "IN") && sentence[child].Lemma is "that" or "whether" or "if")
                return true;
        return orNone;
    }

    /// <summary>Where the noun's cue begins, and the token that names the speaker inside the noun phrase, or -1.</summary>
    private static (int First, int Speaker) NounSpeaker(Sentence sentence, int noun)
    {
        int first = noun, speaker = -1;
        foreach (var child in sentence.Children(noun))
        {
            var token = sentence[child];
            if (token.Relation == Deprel.nmod_poss)
                speaker = child;
            else if (token.Relation is Deprel.compound or Deprel.amod && speaker < 0 && token.Upos == Upos.PROPN)
                speaker = child;
            else if (token.Relation is Deprel.nmod && child > noun && speaker < 0)
                foreach (var grandchild in sentence.Children(child))
                    if (sentence[grandchild].Lemma is "by" or "from" or "among")
                        speaker = child;
        }
        foreach (var child in sentence.Children(noun))
            if (child < noun && child != speaker && sentence[child].Relation is Deprel.det or Deprel.amod or Deprel.advmod or Deprel.compound or Deprel.nummod)
                first = Math.Min(first, child);
        if (speaker >= 0 && speaker < noun)
        {
            first = Math.Max(first, speaker + 1);
            while (first < noun && sentence[first].Relation == Deprel.@case)
                first++;
        }
        return (first, speaker);
    }
}
