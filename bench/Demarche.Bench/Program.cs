using BenchmarkDotNet.Running;
using Demarche.Bench;

if (args is ["store", var path])
    StoreQueryTimes.Run(path);
else if (args is ["tables"])
    TablesLoad.Run();
else
    BenchmarkSwitcher.FromAssembly(typeof(LanguageBenchmark).Assembly).Run(args);
