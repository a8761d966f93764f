using System.CommandLine;
using System.Text;
using Demarche.Cli;

Console.OutputEncoding = new UTF8Encoding(false);
var parsed = CommandLine.Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        Console.Error.WriteLine($"demarche: {error.Message}");
    Console.Error.WriteLine("demarche: see demarche --help");
    return ExitCode.Usage;
}
try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (UsageException usage)
{
    Console.Error.WriteLine($"demarche: {usage.Message}");
    return ExitCode.Usage;
}
catch (Demarche.Store.StoreException problem)
{
    Console.Error.WriteLine($"demarche: {problem.Message}");
    return ExitCode.Usage;
}
catch (IOException pipe) when (pipe.Message.Contains("Broken pipe", StringComparison.Ordinal))
{
    // Whoever reads the output has seen enough, as `head` does.
    return ExitCode.Ok;
}
catch (OperationCanceledException)
{
    return ExitCode.Failures;
}
