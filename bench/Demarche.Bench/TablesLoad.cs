using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Demarche.Knowledge;
using Demarche.Places;

namespace Demarche.Bench;

/// <summary>
/// What loading the tables of who is who costs a process that has just begun: CPU time on all cores, and how much of it the runtime
/// spends on compiling. A benchmark of many runs cannot show that: from the second run on everything is compiled.
/// </summary>
internal static class TablesLoad
{
    /// <summary>Loads every table once and prints a line for each part.</summary>
    public static void Run()
    {
        Console.WriteLine($"{"",-12} {"wall ms",8} {"CPU ms",8} {"JIT ms",8} {"methods",8} {"MB",6}");
        var all = Stopwatch.StartNew();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        Measure("lexicon", () => Lexicon.Default);
        var knowledge = Measure("who is who", () => KnowledgeBase.Load(Lexicon.Default));
        Measure("places", () => PlaceFinder.Load(Lexicon.Default));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{"all",-12} {all.Elapsed.TotalMilliseconds,8:F1} {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds,8:F1}"));
        GC.KeepAlive(knowledge);
    }

    private static object Measure(string name, Func<object> load)
    {
        var jit = JitInfo.GetCompilationTime();
        var methods = JitInfo.GetCompiledMethodCount();
        var bytes = GC.GetTotalAllocatedBytes();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var result = load();
        watch.Stop();
        var spent = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-12} {watch.Elapsed.TotalMilliseconds,8:F1} {spent.TotalMilliseconds,8:F1} {(JitInfo.GetCompilationTime() - jit).TotalMilliseconds,8:F1} {JitInfo.GetCompiledMethodCount() - methods,8} {(GC.GetTotalAllocatedBytes() - bytes) / 1048576.0,6:F1}"));
        return result;
    }
}
