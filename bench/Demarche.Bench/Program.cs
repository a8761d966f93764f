using BenchmarkDotNet.Running;
using Demarche.Bench;

if (args is ["store", var path])
    StoreQueryTimes.Run(path);
else
    BenchmarkSwitcher.FromAssembly(typeof(LanguageBenchmark).Assembly).Run(args);
