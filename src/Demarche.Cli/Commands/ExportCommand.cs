using System.CommandLine;
using System.Text;
using Demarche.Cli.Running;
using Demarche.Store;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche export --store crisis.db --to …</c>: what a store holds, for other programs.</summary>
internal static class ExportCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var store = StoreOption.Create(isRequired: true);
        var crisis = StoreOption.Crisis();
        var to = new Option<string>("--to") { Description = "Where to: FILE.jsonl (records), FILE.csv or FILE.parquet (events), FILE.graphml (who did what to whom), FILE.tsv with --schema polecat or icews, or a FOLDER for all of it, which import reads back.", HelpName = "FILE", Required = true };
        var schema = new Option<string>("--schema") { Description = "demarche, plover, polecat or icews.", HelpName = "NAME", DefaultValueFactory = _ => "demarche" };
        schema.AcceptOnlyFromAmong("demarche", "plover", "polecat", "icews");
        var gold = new Option<bool>("--gold") { Description = "Write reviewed articles as gold, one file each into the FOLDER, in the format that score reads." };
        var command = new Command("export", "Writes what a store holds for other programs, with reviews applied.") { store, crisis, to, schema, gold };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(store)!, parsed.GetValue(crisis), parsed.GetValue(to)!, parsed.GetValue(schema)!, parsed.GetValue(gold), cancel));
        return command;
    }

    private static async Task<int> Run(string path, string? crisis, string to, string schema, bool gold, CancellationToken cancel)
    {
        using var store = StoreOption.Open(path);
        StoreOption.CheckCrisis(store, crisis);
        var extension = Path.GetExtension(to).ToLowerInvariant();
        if (gold)
        {
            Directory.CreateDirectory(to);
            foreach (var (article, json) in store.Reviews.Gold())
                await File.WriteAllTextAsync(Path.Combine(to, FileName(article) + ".json"), json + "\n", cancel).ConfigureAwait(false);
        }
        else if (schema is "polecat" or "icews")
        {
            using var file = PartFile.Create(to);
            var writer = new StreamWriter(file.Stream, new UTF8Encoding(false)) { NewLine = "\n" };
            var layout = schema == "polecat" ? EventLayout.Polecat : EventLayout.Icews;
            writer.WriteLine(layout.Header);
            foreach (var record in store.Queries.Records(crisis))
                foreach (var row in layout.Rows(record))
                    writer.WriteLine(row);
            await writer.FlushAsync(cancel).ConfigureAwait(false);
            file.Complete();
        }
        else if (extension == ".graphml")
        {
            using var file = PartFile.Create(to);
            GraphMl.Write(store.Queries.Network(new() { Crisis = crisis }), file.Stream);
            file.Complete();
        }
        else if (extension.Length == 0 && to != "-" && schema == "demarche")
        {
            if (crisis is not null)
                throw new UsageException("a FOLDER holds the whole store: leave --crisis out, or give --to FILE.jsonl.");
            await StoreArchive.WriteAsync(store, to, cancel).ConfigureAwait(false);
        }
        else
        {
            using var sink = RecordSink.To(to, schema == "plover", resume: false);
            foreach (var record in store.Queries.Records(crisis))
                sink.Write(sink.Prepare(record));
            sink.Complete();
        }
        return ExitCode.Ok;
    }

    private static string FileName(string id) => string.Concat(id.Select(character => char.IsLetterOrDigit(character) || character is '-' or '.' or '~' ? character : '_'));
}
