using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Events.Grammar;

/// <summary>A sentence as the matcher asks about it: cases, particles, antecedents, who acts in a clause. One thread, one sentence.</summary>
internal sealed class SentenceView(Sentence sentence, int number)
{
    public Sentence Sentence { get; } = sentence;

    /// <summary>The sentence's number in the document.</summary>
    public int Number { get; } = number;

    public int Count => Sentence.Count;

    public Token this[int token] => Sentence.Tokens[token];

    public ReadOnlySpan<int> Children(int token) => Sentence.Children(token);

    public int Head(int token) => Sentence.Tokens[token].Head;

    public Deprel Relation(int token) => Sentence.Tokens[token].Relation;

    /// <summary>The lemma; of a noun in the plural that has no other form ("troops", "supplies"), in the singular.</summary>
    public string Lemma(int token)
    {
        var word = Sentence.Tokens[token];
        var lemma = word.Lemma;
        if (lemma.Length <= 4 || lemma[^1] != 's' || lemma[^2] == 's' || word.Xpos != "NNS" || lemma.Length != word.Form.Length)
            return lemma;
        return lemma.EndsWith("ies", StringComparison.Ordinal) && lemma.Length > 6 ? lemma[..^3] + "y" : lemma[..^1];
    }

    public TokenRef Ref(int token) => new(Number, token);

    /// <summary>Whether a word is among the token's prepositions ("out of" has two).</summary>
    public bool HasCase(int token, string[] words)
    {
        foreach (var child in Children(token))
            if (Relation(child) == Deprel.@case && IsOneOf(child, words))
                return true;
        return false;
    }

    /// <summary>The token's first preposition, or null.</summary>
    public string? Case(int token)
    {
        foreach (var child in Children(token))
            // "at least four refugees" has no preposition.
            if (Relation(child) == Deprel.@case && this[child].Xpos != "POS" && !(child + 1 < Count && Lower(child + 1) is "least" or "most" or "than"))
                return Lower(child);
        return null;
    }

    /// <summary>Whether a particle, adverb or preposition that hangs on the token, or stands right behind it, is one of the words.</summary>
    public bool HasParticle(int token, string[] words)
    {
        foreach (var child in Children(token))
            if (Relation(child) is Deprel.compound_prt or Deprel.advmod or Deprel.@case or Deprel.obl or Deprel.advcl or Deprel.xcomp or Deprel.mark or Deprel.dep && IsOneOf(child, words))
                return true;
        return token + 1 < Count && this[token + 1].Upos is Upos.ADP or Upos.ADV or Upos.PART && IsOneOf(token + 1, words) && Head(token + 1) <= token;
    }

    public bool IsOneOf(int token, string[] words)
    {
        var lemma = Lemma(token);
        var form = this[token].Form;
        foreach (var word in words)
            if (word.Equals(lemma, StringComparison.OrdinalIgnoreCase) || word.Equals(form, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    public string Lower(int token)
    {
        var form = this[token].Form;
        foreach (var letter in form)
            if (letter is >= 'A' and <= 'Z')
                return form.ToLowerInvariant();
        return form;
    }

    public bool IsRelativePronoun(int token) => this[token].Xpos is "WP" or "WDT" or "WP$" || (this[token].Is(Features.Rel) && this[token].Upos == Upos.PRON);

    public bool IsNominal(int token) => this[token].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM or Upos.SYM or Upos.X;

    public bool IsVerb(int token) => this[token].Upos is Upos.VERB or Upos.AUX;

    /// <summary>Whether the token is an infinitive with "to".</summary>
    public bool IsToInfinitive(int token)
    {
        foreach (var child in Children(token))
            if (child < token && Relation(child) is Deprel.mark or Deprel.aux && (this[child].Xpos == "TO" || (this[token].Xpos == "VB" && Lower(child) == "to")))
                return true;
        return false;
    }

    public bool HasMark(int token, string word)
    {
        foreach (var child in Children(token))
            if (Relation(child) is Deprel.mark or Deprel.advmod && word.Equals(this[child].Form, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>Whether "not", "never" or "no" negates the predicate.</summary>
    public bool IsNegated(int token)
    {
        foreach (var child in Children(token))
        {
            if (Relation(child) is Deprel.advmod or Deprel.cc or Deprel.cc_preconj or Deprel.aux or Deprel.det or Deprel.dep && IsNegator(child))
                return true;
            // "no longer recognizes"
            if (Relation(child) == Deprel.advmod && child > 0 && Lower(child) == "longer" && Lower(child - 1) == "no")
                return true;
            if (Relation(child) is Deprel.nsubj or Deprel.obj or Deprel.nsubj_pass && IsVerb(token))
            {
                if (Lower(child) is "nobody" or "none" or "nothing" or "neither" || (Lower(child) is "one" && child > 0 && Lower(child - 1) == "no"))
                    return true;
                foreach (var det in Children(child))
                    if (Relation(det) == Deprel.det && Lower(det) is "no" or "neither")
                        return true;
            }
        }
        return IsOfNoChance(token);
    }

    /// <summary>"there is no chance that he will go".</summary>
    private bool IsOfNoChance(int token)
    {
        var head = Head(token);
        if (head < 0 || Relation(token) is not (Deprel.acl or Deprel.acl_relcl or Deprel.ccomp) || Lemma(head) is not ("chance" or "way" or "possibility" or "likelihood" or "prospect" or "question"))
            return false;
        foreach (var det in Children(head))
            if (Relation(det) == Deprel.det && Lower(det) is "no")
                return true;
        return false;
    }

    private bool IsNegator(int token) => Lower(token) is "not" or "n't" or "n’t" or "never" or "no" or "neither" or "nor" or "cannot";

    public int ChildOf(int token, Deprel first, Deprel second)
    {
        foreach (var child in Children(token))
            if (Relation(child) == first || Relation(child) == second)
                return child;
        return -1;
    }
}
