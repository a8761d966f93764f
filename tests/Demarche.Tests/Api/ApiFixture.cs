using Demarche.Api;
using Demarche.Reading;
using Demarche.Store;
using Demarche.Tests.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Demarche.Tests.Api;

/// <summary>The interface over a store of the Caracas samples, on a port that the system gives.</summary>
public sealed class ApiFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("demarche-api").FullName;
    private WebApplication? _app;
    private CrisisStore? _store;

    internal HttpClient Client { get; private set; } = null!;

    internal Uri Address => Client.BaseAddress!;

    public async ValueTask InitializeAsync()
    {
        var coder = Coder.CreateDefault();
        _store = CrisisStore.Create(Path.Combine(_folder, "samples.db"));
        var records = new ArticleReader().Read(Path.Combine(Repository.Root, "samples", "caracas")).Select(read => coder.Code(read.Article!)).ToArray();
        await _store.AddAsync(records);
        await _store.RefreshAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(_store);
        builder.Services.AddDemarcheApi(() => coder);
        _app = builder.Build();
        _app.MapDemarcheApi(() => coder);
        await _app.StartAsync();
        Client = new() { BaseAddress = new(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        _store!.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
