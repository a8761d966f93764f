using Demarche.Export;
using Demarche.Records;

namespace Demarche.Desk.Articles;

/// <summary>Cuts an article's text where marks begin and end, paragraph by paragraph.</summary>
internal static class ArticleText
{
    public static IReadOnlyList<ShownParagraph> Of(Record record, string? chosen)
    {
        var text = new CodePointText(record.Text);
        var marks = ArticleMarks.Of(record);
        List<ShownParagraph> paragraphs = [];
        List<ShownSentence> sentences = [];
        var dropped = record.Dropped.OrderBy(item => item.At).ToList();
        var end = 0;
        var taken = 0;
        for (var number = 0; number < record.Sentences.Count; number++)
        {
            var sentence = record.Sentences[number];
            if (sentences.Count > 0 && sentence.Paragraph != record.Sentences[number - 1].Paragraph)
                Close(end);
            // What stands between sentences belongs to the later one.
            var begin = sentences.Count > 0 ? end : sentence.Begin;
            var inside = marks.Where(mark => mark.Begin < sentence.End && mark.End > begin).ToList();
            sentences.Add(new(number, begin, Pieces(text, begin, sentence.End, inside, chosen)));
            end = sentence.End;
        }
        Close(end);
        if (taken < dropped.Count)
            paragraphs.Add(new([], dropped[taken..]));
        return paragraphs;

        void Close(int until)
        {
            if (sentences.Count == 0)
                return;
            var first = record.Sentences[sentences[0].Number].Begin;
            var before = dropped.Skip(taken).TakeWhile(item => item.At <= first).ToList();
            taken += before.Count;
            paragraphs.Add(new(sentences, before));
            sentences = [];
        }
    }

    private static List<TextPiece> Pieces(CodePointText text, int begin, int end, List<ArticleMark> marks, string? chosen)
    {
        SortedSet<int> cuts = [begin, end];
        foreach (var mark in marks)
        {
            cuts.Add(Math.Clamp(mark.Begin, begin, end));
            cuts.Add(Math.Clamp(mark.End, begin, end));
        }
        List<TextPiece> pieces = [];
        var from = begin;
        foreach (var to in cuts.Skip(1))
        {
            var over = marks.Where(mark => mark.Begin <= from && mark.End >= to).ToList();
            // The event's word is what one looks for first, then the shortest mark.
            var inner = over.OrderByDescending(mark => mark.Layer == "event").ThenByDescending(mark => mark.IsShort).ThenBy(mark => mark.End - mark.Begin).FirstOrDefault();
            pieces.Add(new(
                text.Words(new(from, to)), string.Join(' ', over.Select(mark => mark.Layer).Distinct(StringComparer.Ordinal)), inner.Entry, inner.Entry is not null && inner.IsShort,
                chosen is not null && over.Exists(mark => mark.Entry == chosen)));
            from = to;
        }
        return pieces;
    }
}
