using System.Text;
using Demarche.Records;
using Demarche.Store.Files;

namespace Demarche.Tests.Store;

/// <summary>What is packed comes out byte for byte.</summary>
public sealed class PackingTests
{
    [Fact]
    public void Records_come_out_byte_for_byte_and_small()
    {
        using var packing = new Packing(Packing.Shipped());
        foreach (var record in SampleRecords.Caracas)
        {
            var packed = packing.Pack(record);
            Assert.Equal(RecordJson.Write(record), RecordJson.Write(packing.Record(packed)));
            Assert.Equal(record.Text, packing.Text(packed));
            Assert.True(packed.Length < RecordJson.WriteUtf8(record).Length / 5, $"{packed.Length} bytes");
        }
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"a":[],"b":[1,-1,300,-70000,2147483647,9007199254740993,0.5,1e9,-0],"c":null,"d":[true,false,null,"",{"x":1},{"y":"z"},{"x":2}]}""")]
    [InlineData("""{"begin":5,"end":9,"more":[{"begin":1,"end":100000},{"begin":null,"end":3}],"end2":"n12"}""")]
    [InlineData("""["n1","n2","n40","s41","n01","n","n99999999","é\"\\\n","same","same","n2"]""")]
    public void Any_json_comes_out_as_it_went_in(string json) => Assert.Equal(json, Encoding.UTF8.GetString(JsonColumns.Unpack(JsonColumns.Pack(Encoding.UTF8.GetBytes(json)))));

    [Fact]
    public void Many_texts_ids_and_items_come_out_too()
    {
        var json = $"[{string.Join(',', Enumerable.Range(0, 400).Select(number => $"[\"text {number % 150}\",\"n{number * 77 % 201}\",{number * number}]"))}]";
        Assert.Equal(json, Encoding.UTF8.GetString(JsonColumns.Unpack(JsonColumns.Pack(Encoding.UTF8.GetBytes(json)))));
    }

    [Theory]
    [InlineData("event:took the oath#1", "event", true)]
    [InlineData("event:took the oath#12", "event", true)]
    [InlineData("position:supports:Ivory Coast:took the oath#2", "position:supports", true)]
    [InlineData("position:supports:a:b#c:took the oath#2", "position:supports", true)]
    [InlineData("position:opposes:Ivory Coast:took the oath#2", "position:supports", false)]
    [InlineData("eventually:took the oath#1", "event", false)]
    [InlineData("event:took the oath#01", "event", false)]
    [InlineData("event:other words#1", "event", false)]
    [InlineData("review:events#3", "event", false)]
    [InlineData("~odd#1", "event", false)]
    [InlineData("#1", "event", false)]
    [InlineData("=", "event", false)]
    [InlineData("", "event", false)]
    public void Keys_come_out_whole(string key, string layer, bool isShorter)
    {
        var kept = EntryKeys.Kept(key, layer, "took\n the OATH");
        Assert.Equal(isShorter, kept is long || ((string)kept).Length < key.Length);
        Assert.Equal(key, EntryKeys.Whole(kept, layer, "took\n the OATH"));
    }
}
