using System.CommandLine;
using Demarche.Cli.Running;
using Demarche.Records;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche code PATH… --to FILE</c>: articles in, records out.</summary>
internal static class CodeCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var to = new Option<string>("--to") { Description = "Where to: FILE.jsonl (records), FILE.csv or FILE.parquet (a table of events), or - for standard output.", HelpName = "FILE", DefaultValueFactory = _ => "-" };
        var schema = new Option<string>("--schema") { Description = "demarche: records. plover: events in PLOVER's exchange format.", HelpName = "NAME", DefaultValueFactory = _ => "demarche" };
        schema.AcceptOnlyFromAmong("demarche", "plover");
        var jobs = new Option<int>("--jobs") { Description = "How many articles are worked on at once.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        var resume = new Option<bool>("--resume") { Description = "Go on where an earlier run into the same file was broken off." };
        var failFast = new Option<bool>("--fail-fast") { Description = "Stop at the first article that fails." };
        jobs.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var n) || n is < 1 or > 1024))
                result.AddError("--jobs must be a number from 1 to 1024.");
        });
        var command = new Command("code", "Codes articles into records.") { to, schema, jobs, resume, failFast };
        var shared = new SharedOptions().AddTo(command);
        command.SetAction(parsed => Run(shared, parsed, parsed.GetValue(to)!, parsed.GetValue(schema) == "plover", parsed.GetValue(jobs), parsed.GetValue(resume), parsed.GetValue(failFast)));
        return command;
    }

    private static int Run(SharedOptions shared, ParseResult parsed, string to, bool plover, int jobs, bool resume, bool failFast)
    {
        using var sink = RecordSink.To(to, plover, resume);
        var options = shared.Reading(parsed);
        var (reader, coder) = Loading.Of(options);
        var tally = new Tally();
        var stopped = false;
        foreach (var outcome in OrderedRun.Over(Inputs.Open(reader, shared.Paths(parsed)), jobs,
            article => sink.IsDone(article.Id) ? null : sink.Prepare(coder.Code(article))))
        {
            tally.Add(outcome);
            if (outcome.Result is { } prepared)
                sink.Write(prepared);
            stopped = failFast && outcome.Problem is not null;
            if (stopped)
                break;
        }
        if (stopped)
            tally.Say("stopped at the first failure, as --fail-fast asks" + (to == "-" ? "" : $"; what was done is in {PartFile.PartOf(to)}, and --resume goes on with it"));
        else
            sink.Complete();
        tally.Close();
        return tally.Status;
    }
}
