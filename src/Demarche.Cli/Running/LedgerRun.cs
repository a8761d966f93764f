using Demarche.Knowledge;
using Demarche.Ledgers;
using Demarche.Records;

namespace Demarche.Cli.Running;

/// <summary>A ledger of whatever a command's paths name.</summary>
internal static class LedgerRun
{
    /// <summary>Joins all records, those on disk and those that are coded on the way.</summary>
    public static Ledger Of(IEnumerable<Outcome<Record>> records, Lexicon lexicon, DateOnly? asOf, Tally tally)
    {
        var builder = new LedgerBuilder(lexicon);
        foreach (var outcome in records)
        {
            tally.Add(outcome);
            if (outcome.Result is { } record)
                builder.Add(record);
        }
        if (builder.Count == 0)
            throw new UsageException("no article could be read: there is nothing to keep a ledger of.");
        var ledger = builder.Build(asOf);
        // What joining needed is a third of the memory; writing would take as much anew before the runtime looked for it.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return ledger;
    }
}
