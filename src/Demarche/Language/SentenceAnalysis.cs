using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Demarche.Documents;
using Demarche.Language.Lemmas;
using Demarche.Language.Neural;
using Demarche.Language.Tokens;

namespace Demarche.Language;

/// <summary>Takes one sentence through the models and puts the result together.</summary>
internal static class SentenceAnalysis
{
    /// <summary>Analyses the sentence whose forms are in <paramref name="scratch"/>.</summary>
    public static Sentence Run(LanguageModels models, EngineScratch scratch, int paragraph, ReadOnlySpan<TextSpan> spans)
    {
        var count = spans.Length;
        var forms = scratch.Forms.AsSpan(0, count);
        var upos = scratch.Upos.AsSpan(0, count);
        var xpos = scratch.Xpos.AsSpan(0, count);
        var heads = scratch.Heads.AsSpan(0, count);
        var relations = scratch.Relations.AsSpan(0, count);
        Parse(models, forms, upos, xpos, heads, relations, scratch.Neural);
        scratch.Words.Fill(forms, upos, xpos, heads, relations, models.Words);
        var names = models.Names.Find(scratch.Words, heads, relations, scratch.NameTags);
        var tokens = new Token[count];
        for (var i = 0; i < count; i++)
        {
            var lemma = models.Lemmatizer.Lemma(forms[i], upos[i], xpos[i]);
            tokens[i] = new(spans[i], forms[i], lemma, upos[i], xpos[i], FeatureRules.Of(forms[i], upos[i], xpos[i]), heads[i], relations[i]);
        }
        AddTreeFeatures(tokens);
        return new(new(spans[0].Begin, spans[^1].End), paragraph, ImmutableCollectionsMarshal.AsImmutableArray(tokens), names, EnhancedArcs.Of(tokens, scratch.Clauses));
    }

    /// <summary>A sentence that is given with more tokens than one may have is parsed in pieces; the first one's root takes the others.</summary>
    private static void Parse(LanguageModels models, ReadOnlySpan<string> forms, Span<Upos> upos, Span<string> xpos, Span<int> heads, Span<Deprel> relations, NeuralScratch scratch)
    {
        var root = -1;
        for (var begin = 0; begin < forms.Length; begin += SentenceSplitter.LongestSentence)
        {
            var piece = begin..Math.Min(begin + SentenceSplitter.LongestSentence, forms.Length);
            models.Parser.Run(forms[piece], upos[piece], xpos[piece], heads[piece], relations[piece], scratch);
            for (var i = piece.Start.Value; i < piece.End.Value; i++)
            {
                if (heads[i] >= 0)
                    heads[i] += begin;
                else if (root < 0)
                    root = i;
                else
                    (heads[i], relations[i]) = (root, Deprel.parataxis);
            }
        }
    }

    private static void AddTreeFeatures(Span<Token> tokens)
    {
        Span<byte> marks = tokens.Length <= 512 ? stackalloc byte[tokens.Length] : new byte[tokens.Length];
        marks.Clear();
        foreach (ref var token in tokens)
        {
            if (token.Head < 0)
                continue;
            marks[token.Head] |= token.Relation switch
            {
                Deprel.aux_pass or Deprel.nsubj_pass => 1 | 4,
                Deprel.nsubj or Deprel.csubj => 2,
                Deprel.aux => 4,
                Deprel.mark => 8,
                _ => 0,
            };
        }
        for (var i = 0; i < tokens.Length; i++)
        {
            ref var token = ref tokens[i];
            if (token.Xpos is not ("VBN" or "VB" or "WDT" or "WP" or "WP$" or "WRB"))
                continue;
            var inRelative = false;
            for (int up = i, steps = 0; up >= 0 && steps < 4 && !inRelative; up = tokens[up].Head, steps++)
                inRelative = tokens[up].Relation is Deprel.acl_relcl or Deprel.advcl_relcl;
            var mark = marks[i];
            var features = FeatureRules.InTree(token.Features, token.Xpos, token.Relation, (mark & 1) != 0, (mark & 2) != 0, (mark & 4) != 0, (mark & 8) != 0, inRelative);
            if (features != token.Features)
                token = token with { Features = features };
        }
    }
}
