using System.CommandLine;
using Demarche.Cli.Running;
using Demarche.Ledgers;
using Demarche.Ledgers.Tables;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche ledger PATH…</c>: what many articles tell, each thing once.</summary>
internal static class LedgerCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var to = new Option<string>("--to") { Description = "Where to: FILE.json, or - for standard output.", HelpName = "FILE", DefaultValueFactory = _ => "-" };
        var asOf = DateOption.Create("--as-of", "The day that is 'now': states of demands, offices and camps are of it. The last article's day where it is left out.");
        var tables = new Option<string?>("--tables") { Description = "A folder for country-month and dyad-month tables, as CSV and Parquet.", HelpName = "DIR" };
        var command = new Command("ledger", "Joins articles or records into a ledger: each event, quote, position and demand once, with all sources.") { to, asOf, tables };
        var shared = new SharedOptions().AddTo(command, withStore: true);
        command.SetAction((parsed, _) => Run(shared, parsed, parsed.GetValue(to)!, parsed.GetValue(asOf), parsed.GetValue(tables)));
        return command;
    }

    private static async Task<int> Run(SharedOptions shared, ParseResult parsed, string to, DateOnly? asOf, string? tables)
    {
        using var file = to == "-" ? null : PartFile.Create(to);
        var tally = new Tally();
        var ledger = LedgerRun.Of(shared.Records(parsed, shared.Paths(parsed), isSlim: true), shared.Reading(parsed).Lexicon, asOf, tally);
        if (file is null)
        {
            using var output = Console.OpenStandardOutput();
            LedgerJson.Write(ledger, output);
        }
        else
        {
            LedgerJson.Write(ledger, file.Stream);
            file.Complete();
        }
        if (tables is not null)
            await WriteTables(ledger, tables).ConfigureAwait(false);
        tally.Close();
        return tally.Status;
    }

    private static async Task WriteTables(Ledger ledger, string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--tables {directory} cannot be made: {error.Message}");
        }
        foreach (var (name, rows) in new[] { ("country-month", MonthTable.Countries(ledger)), ("dyad-month", MonthTable.Dyads(ledger)) })
        {
            using (var csv = PartFile.Create(Path.Combine(directory, name + ".csv")))
            {
                var writer = new StreamWriter(csv.Stream);
                MonthTableFile.WriteCsv(rows, writer);
                await writer.FlushAsync().ConfigureAwait(false);
                csv.Complete();
            }
            using var parquet = PartFile.Create(Path.Combine(directory, name + ".parquet"));
            await MonthTableFile.WriteParquetAsync(rows, parquet.Stream).ConfigureAwait(false);
            parquet.Complete();
        }
    }
}
