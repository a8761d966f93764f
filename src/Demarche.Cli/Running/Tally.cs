using System.Diagnostics;
using System.Globalization;
using Demarche.Reading;

namespace Demarche.Cli.Running;

/// <summary>Counts a run, names its failures on standard error, and shows how far it is where somebody watches.</summary>
internal sealed class Tally
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly bool _watched = !Console.IsErrorRedirected && !Console.IsOutputRedirected;
    private readonly int? _total;
    private long _shown;
    private int _width;

    /// <summary>Starts counting.</summary>
    /// <param name="total">How many articles there will be, where that is known.</param>
    public Tally(int? total = null) => _total = total;

    /// <summary>Articles that were done.</summary>
    public int Articles { get; private set; }

    /// <summary>Articles that were done in an earlier run.</summary>
    public int PassedOver { get; private set; }

    /// <summary>Articles that failed.</summary>
    public int Failures { get; private set; }

    /// <summary>The exit status of the run so far.</summary>
    public int Status => Failures == 0 ? ExitCode.Ok : ExitCode.Failures;

    /// <summary>Counts an outcome.</summary>
    public void Add<T>(Outcome<T> outcome) where T : class
    {
        foreach (var note in outcome.Notes)
            Say(note);
        if (outcome.Problem is { } problem)
            Fail(problem);
        else if (outcome.Result is null)
            PassedOver++;
        else
            Articles++;
        Show();
    }

    /// <summary>Counts and names a failure.</summary>
    public void Fail(ReadProblem problem)
    {
        Failures++;
        Say(problem.ToString());
    }

    /// <summary>Says something on standard error.</summary>
    public void Say(string line)
    {
        Wipe();
        Console.Error.WriteLine($"demarche: {line}");
    }

    /// <summary>The closing line.</summary>
    public void Close()
    {
        if (Articles + Failures + PassedOver == 0)
            Say($"nothing to read was found: give files, or folders that hold files, of {ArticleReader.Formats}");
        Wipe();
        var seconds = Math.Max(_clock.Elapsed.TotalSeconds, 0.001);
        var passed = PassedOver == 0 ? "" : $", {PassedOver} done before";
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Articles} {(Articles == 1 ? "article" : "articles")}, {Failures} {(Failures == 1 ? "failure" : "failures")}{passed}, {Articles / seconds:0.#} articles/s"));
    }

    private void Show()
    {
        if (!_watched || _clock.ElapsedMilliseconds < 1500 || _clock.ElapsedMilliseconds - _shown < 200)
            return;
        _shown = _clock.ElapsedMilliseconds;
        var done = Articles + Failures + PassedOver;
        var bar = "";
        if (_total is > 0)
        {
            var filled = Math.Min(30, 30 * done / _total.Value);
            bar = $"{new string('█', filled)}{new string('░', 30 - filled)} ";
        }
        var line = string.Create(CultureInfo.InvariantCulture, $"{bar}{done}{(_total is { } all ? "/" + all : "")} articles, {Failures} failures, {Articles / _clock.Elapsed.TotalSeconds:0}/s");
        Console.Error.Write("\r" + line.PadRight(_width));
        _width = line.Length;
    }

    private void Wipe()
    {
        if (_width > 0)
            Console.Error.Write("\r" + new string(' ', _width) + "\r");
        _width = 0;
    }
}
