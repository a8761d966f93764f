using System.Text;
using System.Text.Json;
using Demarche.Ledgers;
using Demarche.Records;
using Demarche.Tests.Ledgers;
using Demarche.Tests.Store;
using Record = Demarche.Records.Record;

namespace Demarche.Tests.Records;

public sealed class SlimRecordTests
{
    [Fact]
    public void A_ledger_of_slim_records_is_that_of_whole_records()
    {
        var records = SampleRecords.Caracas;
        Assert.NotEmpty(records);
        var slim = records.Select(record => RecordJson.ReadSlim(RecordJson.WriteUtf8(record)));
        Assert.Equal(Json(records), Json(slim));
    }

    [Fact]
    public void Slim_records_are_read_whatever_the_order_the_spaces_and_what_else_they_hold()
    {
        const string json = """
            { "text": "“Sí”, he said.\n", "else": [ { "a": [1, 2] }, null ], "source": { "published": "2019-01-24", "dateline": null }, "places": null,
              "entities": [ { "name": "Juan Guaid\u00f3", "kind": "person", "id": "n1", "mentions": [ { "begin": 0, "end": 3, "form": "]" } ], "sectors": ["OPP", "GOV"] } ],
              "coder": { "version": "1", "models": "m", "lexicon": "l", "new": true }, "id": "a" }
            """;
        var record = RecordJson.ReadSlim(Encoding.UTF8.GetBytes(json));
        Assert.Equal(("a", "“Sí”, he said.\n", "2019-01-24"), (record.Id, record.Text, record.Source.Published));
        var entity = Assert.Single(record.Entities);
        Assert.Equal("Juan Guaidó", entity.Name);
        Assert.Equal(["OPP", "GOV"], entity.Sectors);
        Assert.Empty(record.Places);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":1}""")]
    [InlineData("""{"id":"a","source":"b"}""")]
    [InlineData("""{"id":"a","events":{}}""")]
    [InlineData("""{"id":"a","events":[null]}""")]
    [InlineData("""{"id":"a","events":[{"sentence":1.5}]}""")]
    [InlineData("""{"id":"a","sentences":[{"begin":0""")]
    public void What_is_no_record_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => RecordJson.ReadSlim(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void What_follows_a_record_is_refused()
    {
        var json = RecordJson.Write(RecordMaker.Make("a", "2019-01-24"));
        Assert.ThrowsAny<JsonException>(() => RecordJson.ReadSlim(Encoding.UTF8.GetBytes(json + "{}")));
    }

    private static string Json(IEnumerable<Record> records)
    {
        var builder = new LedgerBuilder();
        foreach (var record in records)
            builder.Add(record);
        using var stream = new MemoryStream();
        LedgerJson.Write(builder.Build(), stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
