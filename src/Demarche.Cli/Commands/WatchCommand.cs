using System.CommandLine;
using Demarche.Cli.Running;
using Demarche.Reading;
using Demarche.Store;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche watch FEEDS.opml|URL… --store crisis.db</c>: reads feeds and adds what holds the words.</summary>
internal static class WatchCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var feeds = new Argument<string[]>("FEEDS") { Description = "Addresses of RSS or Atom feeds, and OPML files that list them.", Arity = ArgumentArity.OneOrMore };
        var store = StoreOption.Create(isRequired: true);
        var match = new Option<string?>("--match") { Description = "Words that an article must hold, as \"Venezuela OR Maduro\".", HelpName = "WORDS" };
        var every = new Option<double>("--every") { Description = "Minutes between two looks at a feed; longer after failures.", HelpName = "MINUTES", DefaultValueFactory = _ => 15 };
        var once = new Option<bool>("--once") { Description = "Look at each feed whose time has come once, and end." };
        var noPages = new Option<bool>("--no-pages") { Description = "Take the feeds' own words; fetch no pages." };
        var allowPrivate = new Option<bool>("--allow-private") { Description = "Fetch addresses of the own machine and network too." };
        var command = new Command("watch", "Reads feeds, adds the articles that hold the words to a store, and says what it added. Goes on where it was broken off.") { feeds, store, match, every, once, noPages, allowPrivate };
        command.SetAction((parsed, cancel) => Run(Addresses(parsed.GetValue(feeds)!), parsed.GetValue(store)!, new()
        {
            Match = parsed.GetValue(match) ?? "",
            Every = TimeSpan.FromMinutes(Math.Clamp(parsed.GetValue(every), 0.05, 24 * 60)),
            FetchPages = !parsed.GetValue(noPages),
            AllowPrivate = parsed.GetValue(allowPrivate),
        }, parsed.GetValue(once), cancel));
        return command;
    }

    private static IReadOnlyList<string> Addresses(string[] words) =>
        [.. words.SelectMany(word => word.Contains("://", StringComparison.Ordinal) ? [word] : File.Exists(word) ? Opml.Read(word) : throw new UsageException($"'{word}' is neither an address nor a file that is there.")).Distinct(StringComparer.Ordinal)];

    private static async Task<int> Run(IReadOnlyList<string> feeds, string path, FeedOptions options, bool once, CancellationToken cancel)
    {
        using var store = StoreOption.OpenOrCreate(path);
        var (reader, coder) = Loading.Of(new ReadingOptions());
        using var watcher = new FeedWatcher(store, reader, coder, options);
        var failures = 0;
        while (true)
        {
            var since = store.Watches.Firings(paging: new(0, 1)).Items.FirstOrDefault()?.At;
            await foreach (var report in watcher.LookAsync(feeds, cancel).ConfigureAwait(false))
            {
                if (report.Problem is { } problem)
                {
                    failures++;
                    Console.Error.WriteLine($"demarche: {report.Feed}: {problem}; next look at {report.Next}");
                }
                foreach (var id in report.Added)
                    Console.WriteLine($"added {id}");
                if (report.Added.Count + report.PassedOver + report.Failed > 0)
                    Console.Error.WriteLine($"demarche: {report.Feed}: {report.Added.Count} added, {report.PassedOver} without the words, {report.Failed} that could not be read");
            }
            foreach (var firing in store.Watches.Firings(since).Items.Reverse())
                Console.WriteLine($"{firing.Kind}: {firing.Telling}");
            await watcher.SendAsync(cancel).ConfigureAwait(false);
            if (once)
                return failures > 0 ? ExitCode.Failures : ExitCode.Ok;
            var wait = watcher.NextLook(feeds) - DateTimeOffset.UtcNow;
            await Task.Delay(wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait, cancel).ConfigureAwait(false);
        }
    }
}
