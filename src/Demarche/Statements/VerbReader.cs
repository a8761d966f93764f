using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Statements;

/// <summary>Reads the statements that verbs tell of off the tree.</summary>
internal sealed class VerbReader(CueTable cues, SpeakerReader speakers)
{
    /// <summary>The verb's cue, with its particle where it has one: "point out". <paramref name="last"/> is its last token.</summary>
    public Cue? CueOf(Sentence sentence, int verb, out int last)
    {
        last = verb;
        if (sentence[verb].Relation is Deprel.amod or Deprel.compound && sentence[verb].Head > verb)
            return null; // "repeated warnings", "the self-proclaimed president"
        if (sentence[verb].Upos is not (Upos.VERB or Upos.AUX or Upos.NOUN or Upos.ADJ))
            return null;
        var lemma = sentence[verb].Lemma;
        var next = verb + 1 < sentence.Count ? sentence[verb + 1].Form : "";
        if (next is "out" or "on" or "upon" or "up" or "in" or "for" && cues.Verb(lemma + " " + next) is { } phrasal)
        {
            last = verb + 1;
            return phrasal;
        }
        return sentence[verb].Upos is Upos.VERB or Upos.AUX ? cues.Verb(lemma) : null;
    }

    /// <summary>The statement of the verb at a token, or null.</summary>
    public Draft? Read(SentenceReader reader, int verb)
    {
        var sentence = reader.Sentence;
        if (CueOf(sentence, verb, out var last) is not { } cue)
            return null;
        var extent = CueExtent.Of(sentence, cues, verb, last);
        var isPassive = reader.Has(verb, Deprel.nsubj_pass) || reader.Has(verb, Deprel.aux_pass);
        if (sentence[verb].Relation is Deprel.acl && sentence[verb].Xpos == "VBN")
            isPassive = true;
        reader.Clear();
        List<TokenRef> addressees = [];
        var lastCue = extent.Last;
        var frame = Content(reader, cue, verb, isPassive, ref lastCue, addressees);
        var found = frame != CueFrames.None;
        var subject = speakers.Subject(sentence, extent.Top, isPassive && extent.Top == verb);
        if (subject < 0 && !isPassive && found)
            subject = Inverted(reader, verb);
        if (subject >= 0 && sentence[subject].Lemma == "you")
            return null;
        if (subject > verb)
            addressees.RemoveAll(told => told.Token == subject);
        if (addressees.Count == 0 && cue.Takes(CueFrames.That))
            AddToPhrase(reader, verb, addressees);
        if (frame is CueFrames.Object or CueFrames.To && IsHearsay(sentence, extent) || frame == CueFrames.To && IsOnlyRefusal(sentence, cue, verb))
            return null;
        var speaker = speakers.Read(reader, subject, extent.First, lastCue);
        if (!isPassive && cue.Takes(CueFrames.That) && !Surface.Complete(reader, cue, extent, speaker.Span, found))
            return null;
        if (reader.FirstMarked() < 0)
            return null;
        UnmarkAsides(reader, lastCue);
        reader.Unmark(extent.First, lastCue);
        reader.Unmark(speaker.Span);
        var content = reader.Marked();
        if (content.Count == 0)
            return null;
        return new(reader.Number)
        {
            CueToken = verb,
            Cue = sentence.SpanOf(extent.First, lastCue),
            MayQuote = cue.Takes(CueFrames.Quote),
            Negated = extent.Negated,
            Frame = found ? frame : CueFrames.That,
            IsInfinitive = Verbs.IsInfinitive(sentence, extent.Top),
            Speaker = speaker,
            Content = content,
            Addressees = addressees,
        };
    }

    /// <summary>"allegedly ordered the raid": the adverb is the cue.</summary>
    private bool IsHearsay(Sentence sentence, CueExtent extent)
    {
        for (var i = extent.First; i < extent.Last; i++)
            if (sentence[i].Upos == Upos.ADV && cues.Is("adverb", sentence[i].Lemma))
                return true;
        return false;
    }

    /// <summary>"declined to say who …": the refusal only lengthens the cue behind it, which has a content of its own.</summary>
    private bool IsOnlyRefusal(Sentence sentence, Cue cue, int verb)
    {
        if (!cue.Takes(CueFrames.Denies))
            return false;
        var said = sentence.Child(verb, Deprel.xcomp);
        if (said < 0 || cues.Verb(sentence[said].Lemma) is not { } other || !other.Takes(CueFrames.Quote))
            return false;
        foreach (var child in sentence.Children(said))
            if (child > said && (sentence[child].Relation == Deprel.ccomp || sentence[child].Relation == Deprel.obj && other.Takes(CueFrames.Object) || sentence[child].Relation == Deprel.obl && HasCase(sentence, child, other)))
                return true;
        return false;
    }

    private static bool HasCase(Sentence sentence, int noun, Cue cue)
    {
        foreach (var child in sentence.Children(noun))
            if (sentence[child].Relation == Deprel.@case && cue.TakesPreposition(sentence[child].Lemma))
                return true;
        return false;
    }

    /// <summary>"warned [the rebels] that …": the clause that the tree has hung on those who are told, or -1.</summary>
    private static int ClauseOf(Sentence sentence, Cue cue, int told)
    {
        if (told < 0)
            return -1;
        foreach (var child in sentence.Children(told))
        {
            if (child < told || sentence[child].Relation is not (Deprel.acl or Deprel.acl_relcl or Deprel.ccomp))
                continue;
            foreach (var mark in sentence.Children(child))
                if (mark > told && mark < child && sentence[mark].Lemma is "that" or "whether"
                    && (sentence[mark].Relation == Deprel.mark || cue.Takes(CueFrames.Told) && sentence[mark].Relation is Deprel.obj or Deprel.advmod))
                    return child;
        }
        return -1;
    }

    private static CueFrames Content(SentenceReader reader, Cue cue, int verb, bool isPassive, ref int lastCue, List<TokenRef> addressees)
    {
        var sentence = reader.Sentence;
        int clause = -1, infinitive = -1, complement = -1, @object = -1, told = -1, subject = -1, objects = 0;
        foreach (var child in sentence.Children(verb))
            switch (sentence[child].Relation)
            {
                case Deprel.ccomp when clause < 0: clause = child; break;
                case Deprel.xcomp:
                    if (Verbs.IsInfinitive(sentence, child) || Verbs.IsGerund(sentence, child))
                        infinitive = child;
                    else if (sentence[child].Is(Features.Fin) && sentence[child].Upos is Upos.VERB or Upos.AUX)
                        clause = child;
                    else
                        complement = child;
                    break;
                case Deprel.obj: @object = child; objects++; break;
                case Deprel.iobj: told = child; objects++; break;
                case Deprel.nsubj_pass: subject = child; break;
            }
        if (clause < 0 && cue.Takes(CueFrames.That))
            clause = Math.Max(ClauseOf(sentence, cue, @object), ClauseOf(sentence, cue, told));
        if (clause >= 0 && cue.Takes(CueFrames.That))
        {
            if (told >= 0 || @object >= 0)
                addressees.Add(new(reader.Number, told >= 0 ? told : @object));
            AddToPhrase(reader, verb, addressees);
            reader.Mark(clause);
            foreach (var child in sentence.Children(verb))
                if (child > clause && clause > verb && BelongsToClause(reader, verb, child))
                    reader.Mark(child);
            if (isPassive && subject >= 0 && cue.Takes(CueFrames.Passive))
                reader.Mark(subject);
            UnmarkCueClause(reader, clause, verb);
            return CueFrames.That;
        }
        if (isPassive)
            return PassiveContent(reader, cue, verb, subject, infinitive, complement);
        if (cue.Takes(CueFrames.Complement) && (complement >= 0 || objects > 1))
        {
            foreach (var child in sentence.Children(verb))
                if (child > verb && !IsOutside(sentence, child))
                    reader.Mark(child);
            if (@object >= 0)
                reader.Mark(@object);
            if (complement >= 0)
                reader.Mark(complement);
            return CueFrames.Complement;
        }
        if (cue.Takes(CueFrames.Complement) && @object >= 0 && MarkQuoted(reader, @object))
            return CueFrames.Complement;
        if (infinitive >= 0 && (@object >= 0 || told >= 0) && Verbs.IsInfinitive(sentence, infinitive))
        {
            var who = @object >= 0 ? @object : told;
            if (cue.Takes(CueFrames.ObjectTo))
            {
                reader.Mark(who);
                reader.Mark(infinitive);
                addressees.Add(new(reader.Number, who));
                return CueFrames.ObjectTo;
            }
            if (cue.Takes(CueFrames.TellTo | CueFrames.To))
            {
                addressees.Add(new(reader.Number, who));
                reader.Mark(infinitive);
                return CueFrames.TellTo;
            }
        }
        if (infinitive < 0 && Math.Max(@object, told) is var urged and >= 0 && cue.Takes(CueFrames.ObjectTo) && HasInfinitive(sentence, urged))
        {
            reader.Mark(urged);
            addressees.Add(new(reader.Number, urged));
            return CueFrames.ObjectTo;
        }
        if (infinitive >= 0 && cue.Takes(CueFrames.To | CueFrames.TellTo | CueFrames.ObjectTo))
        {
            reader.Mark(infinitive);
            return CueFrames.To;
        }
        if (cue.Takes(CueFrames.ObjectOf) && @object >= 0 && Phrase(reader, verb, "of", @object) is var of and >= 0)
        {
            reader.Mark(@object);
            reader.Mark(of);
            return CueFrames.ObjectOf;
        }
        if (@object >= 0 && cue.Takes(CueFrames.Object | CueFrames.As | CueFrames.ObjectTo) && ObjectContent(reader, cue, verb, @object) is var taken and not CueFrames.None)
            return taken;
        return PhraseContent(reader, cue, verb, infinitive, ref lastCue) ? CueFrames.Object : ParentContent(reader, cue, verb) ? CueFrames.That : CueFrames.None;
    }

    /// <summary>"said that A because B", "said that A and that B": what the tree may hang on the cue belongs to what is said.</summary>
    private static bool BelongsToClause(SentenceReader reader, int verb, int child)
    {
        var sentence = reader.Sentence;
        return sentence[child].Relation switch
        {
            Deprel.advcl => sentence.Child(child, Deprel.mark) is var mark and >= 0 && sentence[mark].Lemma is not ("to" or "as" or "after" or "before" or "while" or "when"),
            Deprel.conj or Deprel.ccomp => reader.ChildWithLemma(child, "that") is var that and >= 0 && that < child && sentence[that].Relation == Deprel.mark && sentence[child].Head == verb,
            _ => false,
        };
    }

    /// <summary>"called the trial "a farce"": what stands in quotation marks right behind the object is what it is called.</summary>
    private static bool MarkQuoted(SentenceReader reader, int @object)
    {
        var sentence = reader.Sentence;
        var mark = @object + 1;
        while (mark < sentence.Count && mark < @object + 8 && (QuoteMarks.Family(sentence[mark].Form[0]) == '\0' || !QuoteMarks.LooksOpening(reader.Text, sentence[mark].Span.Begin, 1)))
            mark++;
        if (mark + 1 >= sentence.Count || mark >= @object + 8 || !sentence.IsUnder(mark, @object) && mark != @object + 1)
            return false;
        var end = mark + 1;
        while (end < sentence.Count && QuoteMarks.Family(sentence[end].Form[0]) != QuoteMarks.Family(sentence[mark].Form[0]))
            end++;
        reader.Mark(sentence.Extent(@object).First, Math.Min(end, sentence.Count) - 1);
        return true;
    }

    /// <summary>Object, and the phrases behind it that belong to what is said: "criticized the mayor for the delay".</summary>
    private static CueFrames ObjectContent(SentenceReader reader, Cue cue, int verb, int @object)
    {
        var sentence = reader.Sentence;
        var @as = Phrase(reader, verb, "as", @object);
        if (!cue.Takes(CueFrames.Object) && (@as < 0 || !cue.Takes(CueFrames.As)))
            return CueFrames.None;
        if (sentence[@object].Upos == Upos.PRON && !cue.Takes(CueFrames.As) && sentence[@object].Lemma is not "what")
            return CueFrames.None;
        reader.Mark(@object);
        foreach (var child in sentence.Children(verb))
            if (child > @object && !IsOutside(sentence, child))
                reader.Mark(child);
        return @as >= 0 && cue.Takes(CueFrames.As) ? CueFrames.As : CueFrames.Object;
    }

    /// <summary>The speaker behind the verb, taken for its object: "…, said the governor."</summary>
    private static int Inverted(SentenceReader reader, int verb)
    {
        var sentence = reader.Sentence;
        if (verb == 0 || sentence[verb - 1].Upos != Upos.PUNCT || reader.FirstMarked() > verb)
            return -1;
        foreach (var child in sentence.Children(verb))
            if (child > verb && sentence[child].Relation is Deprel.obj or Deprel.iobj && !reader.IsMarked(child))
                return child;
        return -1;
    }

    /// <summary>Whether the tree has hung the infinitive on the object: "urged the rivals to talk".</summary>
    private static bool HasInfinitive(Sentence sentence, int @object)
    {
        foreach (var child in sentence.Children(@object))
            if (child > @object && sentence[child].Relation is Deprel.acl or Deprel.advcl && Verbs.IsInfinitive(sentence, child))
                return true;
        return false;
    }

    /// <summary>Whether a dependent behind the object is no part of what is said: another clause, or something set off by a comma.</summary>
    private static bool IsOutside(Sentence sentence, int child)
    {
        if (sentence[child].Relation is Deprel.conj or Deprel.cc or Deprel.parataxis or Deprel.punct or Deprel.nsubj or Deprel.obl_unmarked or Deprel.advmod or Deprel.discourse or Deprel.vocative)
            return true;
        return IsSetOff(sentence, child);
    }

    /// <summary>Whether a comma or dash stands before what hangs on the token; the tree may have hung the comma on it too.</summary>
    private static bool IsSetOff(Sentence sentence, int token)
    {
        var (first, _) = sentence.Extent(token);
        return IsBreak(sentence[first]) || (first > 0 && IsBreak(sentence[first - 1]));
    }

    private static bool IsBreak(in Token token) => token.Form is "," or ";" or "-" or "—" or "―" or "--" or "(";

    private static CueFrames PassiveContent(SentenceReader reader, Cue cue, int verb, int subject, int infinitive, int complement)
    {
        var sentence = reader.Sentence;
        if (subject < 0 && sentence[verb].Relation is Deprel.acl or Deprel.acl_relcl)
            subject = sentence[verb].Head;
        if (subject < 0)
            return CueFrames.None;
        var isAcl = subject == sentence[verb].Head;
        if (cue.Takes(CueFrames.Passive | CueFrames.ObjectTo) && infinitive >= 0 && !isAcl)
        {
            reader.Mark(infinitive);
            reader.Mark(subject);
            return CueFrames.ObjectTo;
        }
        if (cue.Takes(CueFrames.Complement) && complement >= 0 && !isAcl)
        {
            reader.Mark(complement);
            reader.Mark(subject);
            return CueFrames.Complement;
        }
        if (cue.Takes(CueFrames.ObjectOf) && Phrase(reader, verb, "of", verb) is var of and >= 0)
        {
            if (!isAcl)
                reader.Mark(subject);
            reader.Mark(of);
            return CueFrames.ObjectOf;
        }
        var isNamed = SpeakerReader.Agent(sentence, verb) >= 0;
        if (cue.Takes(CueFrames.As) && Phrase(reader, verb, "as", verb) is var @as and >= 0)
        {
            if (!isAcl)
                reader.Mark(subject);
            reader.Mark(@as);
            return CueFrames.As;
        }
        if (!isNamed || isAcl || !cue.Takes(CueFrames.Object))
            return CueFrames.None;
        reader.Mark(subject);
        return CueFrames.Object;
    }

    /// <summary>A phrase with a preposition that the cue takes: "warned of famine", "called for the men to be freed".</summary>
    private static bool PhraseContent(SentenceReader reader, Cue cue, int verb, int infinitive, ref int lastCue)
    {
        var sentence = reader.Sentence;
        foreach (var child in sentence.Children(verb))
        {
            if (child < verb || sentence[child].Relation is not (Deprel.obl or Deprel.advcl or Deprel.xcomp or Deprel.ccomp or Deprel.nmod or Deprel.obj))
                continue;
            foreach (var grandchild in sentence.Children(child))
            {
                if (sentence[grandchild].Relation is not (Deprel.@case or Deprel.mark) || grandchild > child || !cue.TakesPreposition(sentence[grandchild].Lemma))
                    continue;
                reader.Mark(child);
                foreach (var other in sentence.Children(verb))
                    if (other > child && (other == infinitive || !IsOutside(sentence, other)))
                        reader.Mark(other);
                if (grandchild == verb + 1 || grandchild <= lastCue + 1)
                    lastCue = Math.Max(lastCue, grandchild);
                reader.Unmark(grandchild, grandchild);
                return true;
            }
        }
        return false;
    }

    /// <summary>The clause that the cue stands in or is hung on: "…, he said, …"; "as he said, …"; "what he called a farce".</summary>
    private static bool ParentContent(SentenceReader reader, Cue cue, int verb)
    {
        var sentence = reader.Sentence;
        var (head, relation) = (sentence[verb].Head, sentence[verb].Relation);
        if (head < 0 || !cue.Takes(CueFrames.That))
            return false;
        var isAs = relation == Deprel.advcl && reader.ChildWithLemma(verb, "as") is var @as and >= 0 && @as < verb;
        if (!isAs && (relation != Deprel.parataxis || (!cue.Takes(CueFrames.Quote) && head < verb && !reader.Has(verb, Deprel.nsubj))))
            return false;
        if (!isAs && (!reader.Has(verb, Deprel.nsubj) || (head < verb && sentence[Math.Max(sentence.Extent(verb).First - 1, 0)].Form is ";" or ":" or ".")))
            return false;
        reader.Mark(head);
        reader.Unmark(verb);
        return true;
    }

    /// <summary>Takes clauses like ", saying …" and ", adding …" out: they tell of a statement of their own.</summary>
    private void UnmarkAsides(SentenceReader reader, int cueLast)
    {
        var sentence = reader.Sentence;
        for (var i = cueLast + 2; i < sentence.Count; i++)
            if (sentence[i].Xpos == "VBG" && sentence[i].Relation is Deprel.advcl or Deprel.acl && reader.IsMarked(sentence[i].Head)
                && cues.Verb(sentence[i].Lemma) is { } cue && cue.Takes(CueFrames.Quote) && IsSetOff(sentence, i))
                reader.Unmark(i);
    }

    private static void UnmarkCueClause(SentenceReader reader, int clause, int verb)
    {
        if (reader.Sentence.IsUnder(verb, clause))
            reader.Unmark(verb);
    }

    private static void AddToPhrase(SentenceReader reader, int verb, List<TokenRef> addressees)
    {
        foreach (var child in reader.Sentence.Children(verb))
            if (reader.Sentence[child].Relation == Deprel.obl && reader.Preposition(child) == "to")
                addressees.Add(new(reader.Number, child));
    }

    /// <summary>A phrase of the verb, or of its object, with the preposition, behind <paramref name="after"/>; or -1.</summary>
    private static int Phrase(SentenceReader reader, int verb, string preposition, int after)
    {
        foreach (var parent in after == verb ? [verb] : (ReadOnlySpan<int>)[verb, after])
            foreach (var child in reader.Sentence.Children(parent))
                if (child > after && reader.Preposition(child) == preposition)
                    return child;
        return -1;
    }
}
