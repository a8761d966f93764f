using System.CommandLine;
using System.Diagnostics;
using Demarche.Cli.Running;
using Demarche.Records;
using Demarche.Store;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche add PATH… --store crisis.db</c>: codes articles and keeps them, or keeps records.</summary>
internal static class AddCommand
{
    private const int Batch = 64;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var store = StoreOption.Create(isRequired: true);
        var jobs = new Option<int>("--jobs") { Description = "How many articles are worked on at once.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        var ids = new Option<bool>("--ids") { Description = "Say the id of each article on standard output once it is kept for good." };
        var recode = new Option<bool>("--recode") { Description = "Code articles again that the store has from this very coder." };
        var batch = new Option<int>("--batch") { Description = "How many articles are kept in one go; fewer are slower.", HelpName = "N", DefaultValueFactory = _ => Batch };
        var command = new Command("add", "Codes articles and adds them to a store; also records that code wrote. What is there already is not coded again, so that a run that was broken off goes on.")
        {
            store, jobs, ids, recode, batch,
        };
        var shared = new SharedOptions().AddTo(command);
        command.SetAction((parsed, cancel) => Run(shared, parsed, parsed.GetValue(store)!, Math.Clamp(parsed.GetValue(jobs), 1, 1024), parsed.GetValue(ids), parsed.GetValue(recode), Math.Clamp(parsed.GetValue(batch), 1, 4096), cancel));
        return command;
    }

    private static async Task<int> Run(SharedOptions shared, ParseResult parsed, string path, int jobs, bool ids, bool recode, int batch, CancellationToken cancel)
    {
        var reading = shared.Reading(parsed);
        using var store = StoreOption.OpenOrCreate(path, reading.Lexicon);
        var tally = new Tally();
        var counts = new int[3];
        List<Record> waiting = new(batch);
        var sinceCommit = Stopwatch.StartNew();
        foreach (var outcome in RecordInputs.Open(shared.Paths(parsed), reading, jobs, isDone: recode ? null : store.Holds))
        {
            cancel.ThrowIfCancellationRequested();
            tally.Add(outcome);
            if (outcome.Result is { } record)
                waiting.Add(record);
            if (waiting.Count >= batch || (waiting.Count > 0 && sinceCommit.ElapsedMilliseconds > 2000))
                await Keep().ConfigureAwait(false);
        }
        await Keep().ConfigureAwait(false);
        await store.RefreshAsync(cancel).ConfigureAwait(false);
        tally.Say($"{path}: {counts[(int)AddOutcome.Added]} added, {counts[(int)AddOutcome.Recoded]} coded anew, {counts[(int)AddOutcome.Unchanged]} unchanged");
        tally.Close();
        return tally.Status;

        async Task Keep()
        {
            foreach (var result in await store.AddAsync(waiting, cancel).ConfigureAwait(false))
            {
                counts[(int)result.Outcome]++;
                if (ids)
                    Console.Out.WriteLine(result.Id);
            }
            if (ids)
                await Console.Out.FlushAsync(cancel).ConfigureAwait(false);
            waiting.Clear();
            sinceCommit.Restart();
        }
    }
}
