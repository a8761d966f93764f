using System.Net;
using Demarche.Api;
using Demarche.Desk.Adding;
using Demarche.Desk.Articles;
using Demarche.Desk.Components;
using Demarche.Desk.Crises;
using Demarche.Desk.Exports;
using Demarche.Desk.Feeds;
using Demarche.Desk.Hosting;
using Demarche.Desk.Reports;
using Demarche.Desk.Reviewing;
using Demarche.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Demarche.Desk;

/// <summary>The web desk: pages over a store.</summary>
public static class DeskApp
{
    /// <summary>Makes the desk; run it with <c>RunAsync</c>.</summary>
    /// <exception cref="ArgumentException">An address beyond the own machine without a token, or one that is none.</exception>
    public static WebApplication Build(CrisisStore store, DeskOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Build(store, options, new(options));
    }

    /// <summary>Makes the desk with a coder that others use too.</summary>
    internal static WebApplication Build(CrisisStore store, DeskOptions options, CodingRoom room)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (options.Host is not null && string.IsNullOrEmpty(options.Token))
            throw new ArgumentException("A desk that others can reach needs a token.", nameof(options));
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxUploadBytes;
            if (options.Host is null or "localhost")
                kestrel.ListenLocalhost(options.Port);
            else
                kestrel.Listen(AddressOf(options.Host), options.Port);
        });
        builder.Services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = options.MaxUploadBytes;
            form.ValueLengthLimit = 16 * 1024 * 1024;
        });
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "demarche-form");
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddRazorComponents();
        builder.Services.AddDemarcheApi(Coder);
        builder.Services.AddSingleton(store).AddSingleton(options).AddSingleton(options.Clock);
        builder.Services.AddSingleton(room).AddSingleton<AddJobs>().AddSingleton<ReportBook>().AddSingleton<StoreUpkeep>();
        builder.Services.AddSingleton<FeedList>().AddSingleton<FeedService>().AddHostedService(services => services.GetRequiredService<FeedService>());
        builder.Services.AddScoped<DeskRequest>();

        var app = builder.Build();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<OwnHostsOnly>();
        if (options.Token is not null)
            app.UseMiddleware<TokenGate>();
        // A form that is turned away must not be read again for a page.
        app.UseWhen(context => HttpMethods.IsGet(context.Request.Method), pages => pages.UseStatusCodePagesWithReExecute("/not-found"));
        app.UseAntiforgery();
        app.MapAssets();
        app.MapRazorComponents<App>();
        app.MapReports();
        app.MapAdding();
        app.MapReviews();
        app.MapCrises();
        app.MapFeeds();
        app.MapExports();
        app.MapDemarcheApi(Coder);
        return app;

        Coder Coder() => room.Ready.GetAwaiter().GetResult().Coder;
    }

    private static IPAddress AddressOf(string host) =>
        host is "*" or "0.0.0.0" ? IPAddress.Any : IPAddress.TryParse(host, out var address) ? address : throw new ArgumentException($"'{host}' is no address to listen on: give one such as 0.0.0.0.");
}
