using Demarche.Ledgers;
using Demarche.Reading;

namespace Demarche.Cli.Running;

/// <summary>A ledger of whatever a command's paths name.</summary>
internal static class LedgerRun
{
    /// <summary>Joins all records, those on disk and those that are coded on the way.</summary>
    public static Ledger Of(IReadOnlyList<string> paths, ReadingOptions reading, DateOnly? asOf, Tally tally)
    {
        var builder = new LedgerBuilder(reading.Lexicon);
        foreach (var outcome in RecordInputs.Open(paths, reading, Environment.ProcessorCount, isSlim: true))
        {
            tally.Add(outcome);
            if (outcome.Result is { } record)
                builder.Add(record);
        }
        if (builder.Count == 0)
            throw new UsageException("no article could be read: there is nothing to keep a ledger of.");
        return builder.Build(asOf);
    }
}
