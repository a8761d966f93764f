using BenchmarkDotNet.Running;
using Demarche.Bench;

BenchmarkSwitcher.FromAssembly(typeof(LanguageBenchmark).Assembly).Run(args);
