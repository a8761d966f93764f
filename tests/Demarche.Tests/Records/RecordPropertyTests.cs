using System.Text.Json;
using CsCheck;
using Demarche.Records;
using Demarche.Tests.Reading;
using Record = Demarche.Records.Record;

namespace Demarche.Tests.Records;

public sealed class RecordPropertyTests
{
    private static readonly Coder Coder = Coder.CreateDefault();

    private static readonly string[] Pieces =
    [
        "CARACAS, Venezuela — ", "President Nicolás Maduro ", "said on Thursday that ", "“We will go,” ", "he said. ", "😀 ", "e\u0301 ", "👩‍👩‍👧 ", "at least 14 people were killed ", "in Bogotá ", "$20 million ",
        "within 72 hours", ". ", "\n\n", "\"", "(", "the United States ", "urged Russia to withdraw its troops ", "has not recognized ", "U.S. ", "Mr. ", "\u200b", "\t", "1,000,000 ", "— ", "?! ", "not ",
    ];

    private static Gen<string> Texts => Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[0, 40].Select(parts => string.Concat(parts)), Gen.String[0, 200]);

    [Fact]
    public void Every_span_lies_in_the_text_and_the_json_reads_back() => Texts.Sample(text =>
    {
        if (Pages.Reader.ReadText("a", text).Article is not { } article)
            return;
        var record = Coder.Code(article);
        var length = article.Text.EnumerateRunes().Count();
        var json = RecordJson.Write(record);
        using var parsed = JsonDocument.Parse(json);
        Inside(parsed.RootElement, length, json);
        Assert.Equal(json, RecordJson.Write(RecordJson.Read(json)));
    }, iter: 300, threads: 1);

    [Fact]
    public void The_same_text_gives_the_same_record() => Texts.Sample(text =>
    {
        if (Pages.Reader.ReadText("a", text).Article is { } article)
            Assert.Equal(RecordJson.Write(Coder.Code(article)), RecordJson.Write(Coder.Code(article)));
    }, iter: 60, threads: 1);

    [Fact]
    public void Mentions_quote_their_words_behind_emoji_and_combining_accents()
    {
        var article = Pages.Reader.ReadText("a", "😀 e\u0301 On Thursday, President Nicola\u0301s Maduro of Venezuela met 20 people in Bogotá.").Article!;
        Record record = Coder.Code(article);
        var text = new Demarche.Export.CodePointText(record.Text);
        var time = Assert.Single(record.Times);
        Assert.Contains("Thursday", text.Words(new(time.Begin, time.End)), StringComparison.Ordinal);
    }

    private static void Inside(JsonElement json, int length, string whole)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            if (json.TryGetProperty("begin", out var begin) && json.TryGetProperty("end", out var end))
                Assert.True(begin.GetInt32() >= 0 && begin.GetInt32() <= end.GetInt32() && end.GetInt32() <= length, whole);
            foreach (var property in json.EnumerateObject())
                Inside(property.Value, length, whole);
        }
        else if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
                Inside(item, length, whole);
        }
    }
}
