using System.CommandLine;
using System.Globalization;
using Demarche.Cli.Running;
using Demarche.Ledgers;
using Demarche.Ledgers.Camps;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche whatif PATH… "A supports B"</c>: the camps before and after.</summary>
internal static class WhatIfCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var asOf = DateOption.Create("--as-of", "The day whose camps are compared. The last article's day where it is left out.");
        var command = new Command("whatif", "Shows the camps before and after an actor takes a position: the last argument says it, as 'A supports B'. Arithmetic on the record, no forecast.") { asOf };
        var shared = new SharedOptions().AddTo(command, withStore: true);
        command.SetAction(parsed => Run(shared, parsed, parsed.GetValue(asOf)));
        return command;
    }

    private static int Run(SharedOptions shared, ParseResult parsed, DateOnly? asOf)
    {
        var words = shared.Paths(parsed);
        if (words.Length < 1)
            throw new UsageException("whatif needs articles, records or --store FILE, and then the position: demarche whatif PATH… \"A supports B\".");
        var tally = new Tally();
        var ledger = LedgerRun.Of(shared.Records(parsed, words[..^1], isSlim: true), shared.Reading(parsed).Lexicon, asOf, tally);
        if (ledger.AsOf is not { } day)
            throw new UsageException("no article is dated: give --as-of DATE.");
        if (SupposedPosition.Read(ledger, words[^1], out var problem) is not { } supposed)
            throw new UsageException($"'{words[^1]}': {problem}.");
        var before = CampFinder.At(ledger, day);
        var after = CampFinder.If(ledger, day, supposed);
        var stance = supposed.Stance.Replace('_', ' ');
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"As of {day:yyyy-MM-dd}, if {supposed.Holder.Name} {stance} {supposed.Toward.Name}:"));
        Show("Before", before);
        Show("After", after);
        ShowMoves(before, after);
        var positions = ledger.PositionsAt(day).Count();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\nThis is arithmetic on the record, no forecast: it rests on {positions} positions held that day and {ledger.Events.Count()} events told by {ledger.DistinctArticleCount} articles."));
        return tally.Status;
    }

    private static void Show(string title, IReadOnlyList<CampDivision> divisions)
    {
        Console.WriteLine($"\n{title}");
        foreach (var division in divisions.Where(division => division.Members.Count > 2 || divisions.Count == 1).Take(3))
        {
            foreach (var camp in division.Members.GroupBy(member => member.Camp))
                Console.WriteLine($"  Camp {camp.Key}: {string.Join(", ", camp.Select(member => member.Name + (member.Sure < 1 ? "?" : "")))}");
            var ties = division.Ties > 1 ? $", {division.Ties}{(division.AllTies ? "" : " or more")} divisions equally good (who differs is marked ?)" : "";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  frustration {division.Frustration:0.##} of {division.Weight:0.##}{ties}{(division.Exact ? "" : ", by local search")}; pivotal: {string.Join(", ", division.Members.Where(member => member.Pivotal).Select(member => member.Name))}"));
        }
    }

    // Which camp is called A is of no meaning: camps are compared by who stands together.
    private static void ShowMoves(IReadOnlyList<CampDivision> before, IReadOnlyList<CampDivision> after)
    {
        var was = before.SelectMany(division => division.Members).ToDictionary(member => member.Entity, member => member.Camp == "A", StringComparer.Ordinal);
        List<string> moved = [];
        foreach (var division in after)
        {
            var members = division.Members.Where(member => was.ContainsKey(member.Entity)).ToList();
            var kept = members.Where(member => was[member.Entity] == (member.Camp == "A")).ToList();
            var changed = members.Except(kept).ToList();
            moved.AddRange((changed.Sum(member => member.Weight) <= kept.Sum(member => member.Weight) ? changed : kept).Select(member => member.Name));
        }
        Console.WriteLine($"\nWho changes camps: {(moved.Count == 0 ? "nobody" : string.Join(", ", moved))}");
    }
}
