using System.Globalization;
using System.Text;
using Demarche.Records;

namespace Demarche.Language;

/// <summary>Writes sentences as CoNLL-U, with the text, multiword tokens for contractions, enhanced arcs, and <c>TokenRange</c> in code points.</summary>
public static class ConllUWriter
{
    /// <summary>Writes sentences of a text.</summary>
    public static void Write(TextWriter to, string text, SentenceList sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var points = new CodePoints(text);
        var paragraph = -1;
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            if (sentence.Paragraph != paragraph)
                to.Write("# newpar\n");
            paragraph = sentence.Paragraph;
            to.Write(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {i + 1}\n"));
            to.Write($"# text = {OneLine(sentence.Span.In(text))}\n");
            for (var token = 0; token < sentence.Count; token++)
            {
                var end = WordEnd(sentence, token);
                if (end > token)
                    Contraction(to, sentence, token, end, text, points);
                while (true)
                {
                    Row(to, sentence, token, end > token || IsSpread(sentence, token), token + 1 < sentence.Count && sentence[token + 1].Span.Begin == sentence[token].Span.End && end <= token, points);
                    if (token >= end)
                        break;
                    token++;
                }
            }
            to.Write('\n');
        }
    }

    /// <summary>Writes analyses into the rows of the file that their tokens came from; all else in it stays.</summary>
    public static void Write(TextWriter to, ConllUFile file, SentenceList sentences)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(sentences);
        for (var i = 0; i < file.Sentences.Length; i++)
        {
            foreach (var comment in file.Sentences[i].Comments)
                to.Write(comment + "\n");
            var word = 0;
            foreach (var row in file.Sentences[i].Rows)
            {
                if (row[0].AsSpan().Contains('.'))
                    continue;
                if (row[0].AsSpan().Contains('-'))
                    to.Write(string.Join('\t', row) + "\n");
                else
                    to.Write(string.Join('\t', [row[0], row[1], .. Analysis(sentences[i], word), WithName(row[9], sentences[i], word++)]) + "\n");
            }
            to.Write('\n');
        }
    }

    private static string[] Analysis(Sentence sentence, int at)
    {
        var token = sentence[at];
        var head = (token.Head + 1).ToString(CultureInfo.InvariantCulture);
        return [token.Lemma, token.Upos.ToString(), token.Xpos, FeatureNames.Of(token), head, token.Relation.Name(), Enhanced(sentence, at)];
    }

    /// <summary>MISC with <c>Name=B-Person</c> or <c>Name=I-Person</c> where a name covers the token.</summary>
    private static string WithName(string misc, Sentence sentence, int at)
    {
        foreach (var name in sentence.Names)
            if (name.First <= at && at <= name.Last)
                return (misc == "_" ? "" : misc + "|") + $"Name={(name.First == at ? 'B' : 'I')}-{name.Type}";
        return misc;
    }

    private static string Enhanced(Sentence sentence, int at)
    {
        var token = sentence[at];
        List<(int Head, string Relation)> arcs = [(token.Head + 1, token.Relation.Name())];
        foreach (var arc in sentence.Enhanced)
            if (arc.Dependent == at && !arcs.Contains((arc.Head + 1, arc.Relation.Name())))
                arcs.Add((arc.Head + 1, arc.Relation.Name()));
        arcs.Sort();
        return string.Join('|', arcs.Select(arc => string.Create(CultureInfo.InvariantCulture, $"{arc.Head}:{arc.Relation}")));
    }

    private static void Row(TextWriter to, Sentence sentence, int at, bool inside, bool glued, CodePoints points)
    {
        var token = sentence[at];
        var range = points.Of(token.Span);
        var misc = string.Create(CultureInfo.InvariantCulture, $"{(glued && !inside ? "SpaceAfter=No|" : "")}TokenRange={range.Begin}:{range.End}");
        misc = WithName(misc, sentence, at);
        to.Write(string.Join('\t', [(at + 1).ToString(CultureInfo.InvariantCulture), token.Form, .. Analysis(sentence, at), misc]) + "\n");
    }

    private static void Contraction(TextWriter to, Sentence sentence, int first, int last, string text, CodePoints points)
    {
        var span = sentence.SpanOf(first, last);
        var range = points.Of(span);
        var glued = last + 1 < sentence.Count && sentence[last + 1].Span.Begin == span.End;
        to.Write(string.Create(CultureInfo.InvariantCulture,
            $"{first + 1}-{last + 1}\t{span.In(text)}\t_\t_\t_\t_\t_\t_\t_\t{(glued ? "SpaceAfter=No|" : "")}TokenRange={range.Begin}:{range.End}\n"));
    }

    /// <summary>The last token of the contraction that begins at a token, or the token itself.</summary>
    private static int WordEnd(Sentence sentence, int at)
    {
        var end = at;
        while (end + 1 < sentence.Count && sentence[end + 1].Span.Begin == sentence[end].Span.End && Contractions.Joins(sentence[end], sentence[end + 1]))
            end++;
        return end;
    }

    private static bool IsSpread(Sentence sentence, int at) => at > 0 && sentence[at - 1].Span.End == sentence[at].Span.Begin && Contractions.Joins(sentence[at - 1], sentence[at]);

    private static string OneLine(string text) => text.AsSpan().ContainsAny('\n', '\r', '\t') ? text.ReplaceLineEndings(" ").Replace('\t', ' ') : text;
}
