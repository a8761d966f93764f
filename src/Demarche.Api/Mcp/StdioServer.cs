using Demarche.Api.Answers;
using Demarche.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Demarche.Api.Mcp;

/// <summary>The tools over standard input and output, for programs that start their servers themselves.</summary>
public static class StdioServer
{
    /// <summary>Serves until the input ends.</summary>
    public static async Task RunAsync(CrisisStore store, Func<Coder> coder, CancellationToken cancel = default)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(store).AddSingleton(new CrisisToolsSource(coder));
        builder.Services.AddMcpServer(CrisisTools.Describe).WithStdioServerTransport().WithTools<CrisisTools>(ApiJson.Options);
        using var host = builder.Build();
        await host.RunAsync(cancel).ConfigureAwait(false);
    }
}
