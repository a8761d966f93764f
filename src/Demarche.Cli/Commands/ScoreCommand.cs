using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Demarche.Records;
using Demarche.Scoring;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche score GOLD RECORDS</c>: holds records against hand-made gold.</summary>
internal static class ScoreCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var gold = new Argument<string>("GOLD") { Description = "A gold article, or a folder of them (.json)." };
        var records = new Argument<string>("RECORDS") { Description = "Records, as demarche code writes them (.jsonl)." };
        var misses = new Option<bool>("--misses") { Description = "List what was missed and what was too much." };
        var json = new Option<bool>("--json") { Description = "End with the figures as one line of JSON." };
        var command = new Command("score", "Holds records against hand-made gold articles.") { gold, records, misses, json };
        command.SetAction(parsed => Run(parsed.GetValue(gold)!, parsed.GetValue(records)!, parsed.GetValue(misses), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string goldPath, string recordsPath, bool misses, bool json)
    {
        var golds = Golds(goldPath);
        var records = Records(recordsPath);
        var total = new ArticleScore();
        List<(string Id, ArticleScore Score)> scores = [];
        List<string> missing = [];
        foreach (var gold in golds)
        {
            var id = gold.GetProperty("id").GetString()!;
            var record = ArticleScorer.Find(records, id) ?? (records.Count == 1 && golds.Count == 1 ? records[0] : null);
            if (record is null)
                missing.Add(id);
            var score = ArticleScorer.Score(gold, record);
            scores.Add((id, score));
            total.Add(score);
            if (misses)
                foreach (var miss in score.Misses)
                    Console.Out.WriteLine($"{id}\t{miss}");
        }
        if (missing.Count == golds.Count)
            throw new UsageException($"{recordsPath} holds no record for {string.Join(", ", missing)}.");

        if (scores.Count > 1)
            Table(["article", .. ArticleScore.HeadlineLayers, "article_f1"],
                scores.Select(one => new[] { one.Id }.Concat(ArticleScore.HeadlineLayers.Select(layer => Cell(one.Score.Tallies[layer].F1))).Append(Cell(one.Score.F1)).ToArray()));
        Table(["", "P", "R", "F1", "found/gold", "right/system"],
            total.Tallies.Select(layer => new[] { layer.Key, Cell(layer.Value.Precision), Cell(layer.Value.Recall), Cell(layer.Value.F1), $"{layer.Value.Found}/{layer.Value.Gold}", $"{layer.Value.Right}/{layer.Value.System}" }));
        Table(["on what was matched", "accuracy", "right/all"],
            total.Shares.Where(share => share.Value.Total > 0).Select(share => new[] { share.Key, Cell(share.Value.Value), $"{share.Value.Right}/{share.Value.Total}" }));
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new SortedDictionary<string, object?>(StringComparer.Ordinal)
            {
                ["article_f1"] = total.F1!,
                ["layers"] = total.Tallies.ToDictionary(layer => layer.Key, layer => new Dictionary<string, double?> { ["precision"] = layer.Value.Precision, ["recall"] = layer.Value.Recall, ["f1"] = layer.Value.F1 }),
                ["accuracy"] = total.Shares.Where(share => share.Value.Total > 0).ToDictionary(share => share.Key, share => new Dictionary<string, double?> { ["accuracy"] = share.Value.Value }),
            }));
            return ExitCode.Ok;
        }
        Console.Out.WriteLine($"article_f1 {Cell(total.F1)} on {scores.Count} articles{(missing.Count == 0 ? "" : ", without a record " + string.Join(", ", missing))}");
        return ExitCode.Ok;
    }

    private static List<JsonElement> Golds(string path)
    {
        string[] files = Directory.Exists(path) ? [.. Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal)] : [path];
        if (files.Length == 0)
            throw new UsageException($"there is no .json file in {path}.");
        List<JsonElement> golds = [];
        foreach (var file in files)
        {
            try
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(file));
                if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String)
                    throw new UsageException($"{file} is no gold article: it has no id.");
                golds.Add(json.RootElement.Clone());
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
            {
                throw new UsageException($"{file} cannot be read: {error.Message}");
            }
        }
        return golds;
    }

    private static List<Record> Records(string path)
    {
        List<Record> records = [];
        var number = 0;
        try
        {
            foreach (var line in File.ReadLines(path))
            {
                number++;
                if (!string.IsNullOrWhiteSpace(line))
                    records.Add(RecordJson.Read(line));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            throw new UsageException(number == 0 ? $"{path} cannot be read: {error.Message}" : $"{path}, line {number}: it is no record; write the file with demarche code.");
        }
        return records;
    }

    private static string Cell(double? value) => value is { } number ? number.ToString("0.000", CultureInfo.InvariantCulture) : "-";

    private static void Table(string[] header, IEnumerable<string[]> rows)
    {
        List<string[]> lines = [header, .. rows];
        var widths = Enumerable.Range(0, header.Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
            Console.Out.WriteLine(string.Join("  ", line.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))).TrimEnd());
        Console.Out.WriteLine();
    }
}
