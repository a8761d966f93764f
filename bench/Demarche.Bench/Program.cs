using BenchmarkDotNet.Running;
using Demarche.Bench;

switch (args)
{
    case ["store", var path]:
        StoreQueryTimes.Run(path);
        break;
    case ["store", var path, var question]:
        StoreQueryTimes.Run(path, question);
        break;
    case ["answers", var path]:
        StoreAnswers.Write(path);
        break;
    case ["answers", var path, var folder]:
        StoreAnswers.Write(path, folder);
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
