using System.Collections.Concurrent;
using Demarche.Reading;

namespace Demarche.Cli.Running;

/// <summary>What became of one article.</summary>
/// <param name="Result">What the work made of it; null where it failed or was passed over. An article that is not in English has a result and a problem.</param>
/// <param name="Problem">Why it failed.</param>
/// <param name="Notes">What the user should know.</param>
internal sealed record Outcome<T>(T? Result, ReadProblem? Problem, IReadOnlyList<string> Notes) where T : class;

/// <summary>Works on articles with many threads and gives the outcomes in the order of the articles.</summary>
internal static class OrderedRun
{
    /// <summary>Reads each article and works on it.</summary>
    /// <param name="articles">The articles; enumerated by one thread, a little ahead of the work.</param>
    /// <param name="jobs">How many threads work.</param>
    /// <param name="work">Makes a result of an article, or null to pass it over.</param>
    public static IEnumerable<Outcome<T>> Over<T>(IEnumerable<PendingArticle> articles, int jobs, Func<Article, T?> work) where T : class
    {
        using var stop = new CancellationTokenSource();
        using var queue = new BlockingCollection<Task<Outcome<T>>>(jobs * 8);
        using var free = new SemaphoreSlim(jobs);
        var producer = Task.Factory.StartNew(() =>
        {
            try
            {
                foreach (var article in articles)
                {
                    free.Wait(stop.Token);
                    queue.Add(Task.Run(() =>
                    {
                        try
                        {
                            return One(article, work);
                        }
                        finally
                        {
                            free.Release();
                        }
                    }), stop.Token);
                }
            }
            catch (OperationCanceledException)
            {
                // The consumer has stopped.
            }
            finally
            {
                queue.CompleteAdding();
            }
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var outcome in queue.GetConsumingEnumerable())
                yield return outcome.GetAwaiter().GetResult();
            producer.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            producer.Wait();
            Task.WaitAll([.. queue]);
        }
    }

    private static Outcome<T> One<T>(PendingArticle pending, Func<Article, T?> work) where T : class
    {
        var read = pending.Read();
        if (read.Article is not { } article)
            return new(null, read.Problem, []);
        try
        {
            return new(work(article), read.Problem, read.Notes);
        }
        catch (Exception error) when (error is not (OutOfMemoryException or OperationCanceledException))
        {
            // A mistake of the program's own must not end a run over a million articles.
            var where = error.StackTrace?.Split('\n').FirstOrDefault()?.Trim();
            return new(null, new(article.Id, null, $"the program failed on it ({error.GetType().Name}: {error.Message} {where})", "report it with the article"), read.Notes);
        }
    }
}
