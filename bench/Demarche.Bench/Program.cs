using BenchmarkDotNet.Running;
using Demarche.Bench;

switch (args)
{
    case ["store", var path]:
        StoreQueryTimes.Run(path);
        break;
    case ["dictionary", var records, var to]:
        RecordsDictionary.Make(records, to);
        break;
    case ["tables"]:
        TablesLoad.Run();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(LanguageBenchmark).Assembly).Run(args);
        break;
}
