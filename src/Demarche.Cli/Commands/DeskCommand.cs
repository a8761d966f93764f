using System.CommandLine;
using System.Diagnostics;
using Demarche.Cli.Running;
using Demarche.Desk;
using Demarche.Reading;
using Demarche.Store;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche desk</c>: opens the web desk on a store.</summary>
internal static class DeskCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var store = new Option<string>("--store") { Description = "The store; it is made where there is none.", HelpName = "FILE", DefaultValueFactory = _ => "crisis.db" };
        var demo = new Option<bool>("--demo") { Description = "Open a store of the sample dispatches, made anew in a temporary folder (or in --store, where given)." };
        var port = new Option<int>("--port") { Description = "The port.", HelpName = "N", DefaultValueFactory = _ => 5150 };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Do not open a browser." };
        var host = new Option<string?>("--host") { Description = "An address to listen on instead of loopback, such as 0.0.0.0; needs --token.", HelpName = "ADDRESS" };
        var token = new Option<string?>("--token") { Description = "What visitors must show: open the desk once with ?token=T at the end of its address.", HelpName = "T" };
        var lexicon = SharedOptions.LexiconOption();
        var command = new Command("desk", "Opens the web desk on a store.") { store, demo, port, noBrowser, host, token, lexicon };
        command.SetAction((parsed, cancel) => Run(
            parsed.GetResult(store) is { Implicit: false } || !parsed.GetValue(demo) ? parsed.GetValue(store)! : null, parsed.GetValue(demo), !parsed.GetValue(noBrowser),
            new() { Port = parsed.GetValue(port), Host = parsed.GetValue(host), Token = parsed.GetValue(token), Lexicon = SharedOptions.LexiconOf(parsed.GetValue(lexicon)) }, cancel));
        return command;
    }

    private static async Task<int> Run(string? path, bool demo, bool browser, DeskOptions options, CancellationToken cancel)
    {
        if (options.Host is not null && string.IsNullOrEmpty(options.Token))
            throw new UsageException("--host opens the desk to others: give --token T too.");
        if (options.Port is < 1 or > 65535)
            throw new UsageException($"--port {options.Port}: give a port from 1 to 65535.");
        var folder = path is null ? Directory.CreateTempSubdirectory("demarche-desk-") : null;
        try
        {
            using var store = StoreOption.OpenOrCreate(path ?? Path.Combine(folder!.FullName, "demo.db"), options.Lexicon);
            if (demo)
                await Fill(store, options, cancel).ConfigureAwait(false);
            await using var app = Built(store, options);
            await app.StartAsync(cancel).ConfigureAwait(false);
            var address = $"http://{options.Host switch { null => "localhost", "0.0.0.0" or "*" => "localhost", var other => other }}:{options.Port}/{(options.Token is null ? "" : "?token=" + Uri.EscapeDataString(options.Token))}";
            Console.Error.WriteLine($"demarche: the desk is open at {address} (Ctrl+C closes it)");
            if (browser)
                Open(address);
            await Task.Delay(Timeout.Infinite, cancel).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
            await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
            return ExitCode.Ok;
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new UsageException($"port {options.Port} is taken: give another with --port N.");
        }
        finally
        {
            folder?.Delete(recursive: true);
        }
    }

    private static Microsoft.AspNetCore.Builder.WebApplication Built(CrisisStore store, DeskOptions options)
    {
        try
        {
            return DeskApp.Build(store, options);
        }
        catch (ArgumentException wrong)
        {
            throw new UsageException($"--host: {wrong.Message}");
        }
    }

    private static async Task Fill(CrisisStore store, DeskOptions options, CancellationToken cancel)
    {
        if (DemoSamples.Folder() is not { } samples)
            throw new UsageException("--demo: the folder samples/ is neither beside the program nor in a folder above it.");
        Console.Error.WriteLine("demarche: reading the samples …");
        var (reader, coder) = Loading.Of(new() { Lexicon = options.Lexicon });
        foreach (var result in reader.Read(samples))
            if (result.Article is { } article && article.Id != "README")
                await store.AddAsync(coder.Code(article), cancel).ConfigureAwait(false);
        await store.RefreshAsync(cancel).ConfigureAwait(false);
    }

    private static void Open(string address)
    {
        try
        {
            Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })?.Dispose();
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            // A machine without a browser: the address was printed.
        }
    }
}
