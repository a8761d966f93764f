// Reads records (JSON Lines, from `demarche code`) and writes them again with the times that Microsoft.Recognizers.Text finds in
// their texts, so that both can be scored alike. Prints the sentences that it read a second.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: recognizers RECORDS.jsonl OUT.jsonl");
    return 2;
}
using var output = new StreamWriter(args[1]);
var (sentences, watch) = (0, new Stopwatch());
DateTimeRecognizer.RecognizeDateTime("on Friday", Culture.English);
foreach (var line in File.ReadLines(args[0]))
{
    var record = JsonNode.Parse(line)!.AsObject();
    var text = (string)record["text"]!;
    var published = DateTime.TryParse((string?)record["source"]?["published"], CultureInfo.InvariantCulture, out var day) ? day : DateTime.UnixEpoch;
    JsonArray times = [];
    foreach (var sentence in record["sentences"]!.AsArray())
    {
        // Offsets count code points; MEANTIME's texts and ours have hardly any outside the basic plane.
        var (begin, end) = ((int)sentence!["begin"]!, (int)sentence["end"]!);
        sentences++;
        watch.Start();
        var found = DateTimeRecognizer.RecognizeDateTime(text[begin..end], Culture.English, DateTimeOptions.None, published);
        watch.Stop();
        foreach (var time in found)
        {
            var values = time.Resolution is not null && time.Resolution.TryGetValue("values", out var all) ? (IList<Dictionary<string, string>>)all : [];
            // Of two values the last is that ahead, the first that behind: news tell of what is behind.
            var first = values.Count > 0 ? values[0] : [];
            var value = first.GetValueOrDefault("value") ?? first.GetValueOrDefault("timex");
            if (time.TypeName.EndsWith("duration", StringComparison.Ordinal) || time.TypeName.EndsWith("set", StringComparison.Ordinal) || value is null or "not resolved")
                value = first.GetValueOrDefault("timex");
            else if (time.TypeName.EndsWith("range", StringComparison.Ordinal) && first.GetValueOrDefault("timex") is { } stretch && !stretch.StartsWith('('))
                value = stretch;
            times.Add(new JsonObject { ["begin"] = begin + time.Start, ["end"] = begin + time.End + 1, ["kind"] = Kind(time.TypeName), ["value"] = value });
        }
    }
    record["times"] = times;
    output.WriteLine(record.ToJsonString());
}
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sentences} sentences, {sentences / watch.Elapsed.TotalSeconds:0} a second"));
return 0;

static string Kind(string type) => type[(type.LastIndexOf('.') + 1)..] switch
{
    "duration" => "duration",
    "set" => "set",
    "time" or "datetime" or "timerange" or "datetimerange" => "time",
    _ => "date",
};
