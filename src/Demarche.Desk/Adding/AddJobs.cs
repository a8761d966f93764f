using System.Collections.Concurrent;
using Demarche.Desk.Articles;
using Demarche.Reading;
using Demarche.Records;
using Demarche.Store;
using Microsoft.Extensions.Logging;

namespace Demarche.Desk.Adding;

/// <summary>Adds articles in the background, one load after another.</summary>
internal sealed class AddJobs(CodingRoom room, CrisisStore store, ILogger<AddJobs> log)
{
    private const int Batch = 32;
    private const int MostJobs = 50;
    private readonly ConcurrentDictionary<int, AddJob> _jobs = new();
    private readonly SemaphoreSlim _turn = new(1);
    private int _last;

    public AddJob? Find(int id) => _jobs.GetValueOrDefault(id);

    /// <summary>Starts a load; the readers are asked in turn for its articles.</summary>
    public AddJob Start(string title, IReadOnlyList<Func<ArticleReader, IEnumerable<ReadResult>>> inputs, IReadOnlyList<string> problems)
    {
        var job = new AddJob(Interlocked.Increment(ref _last), title);
        foreach (var problem in problems)
            job.Problem(problem);
        _jobs[job.Id] = job;
        _jobs.TryRemove(job.Id - MostJobs, out _);
        _ = Task.Run(() => Run(job, inputs));
        return job;
    }

    private async Task Run(AddJob job, IReadOnlyList<Func<ArticleReader, IEnumerable<ReadResult>>> inputs)
    {
        await _turn.WaitAsync();
        try
        {
            var (reader, coder) = await room.Ready;
            List<Record> records = [];
            foreach (var result in inputs.SelectMany(input => input(reader)))
            {
                if (result.Problem is { } problem)
                    job.Problem(problem.ToString());
                if (result.Article is { } article)
                    records.Add(coder.Code(article));
                if (records.Count >= Batch)
                    await Keep(job, records);
            }
            await Keep(job, records);
            await store.RefreshAsync();
        }
        catch (Exception error) when (error is IOException or InvalidDataException or StoreException or InvalidOperationException or ArgumentException)
        {
            job.Problem(error.Message);
            AddLog.Failed(log, job.Id, error);
        }
        finally
        {
            job.Done();
            _turn.Release();
        }
    }

    private async Task Keep(AddJob job, List<Record> records)
    {
        if (records.Count == 0)
            return;
        var results = await store.AddAsync(records);
        for (var i = 0; i < results.Count; i++)
            job.Take(results[i].Id, records[i].Source.Headline ?? results[i].Id, results[i].Outcome != AddOutcome.Unchanged);
        records.Clear();
    }
}

/// <summary>What the log is told.</summary>
internal static partial class AddLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Load {Job} broke off")]
    public static partial void Failed(ILogger log, int job, Exception error);
}
