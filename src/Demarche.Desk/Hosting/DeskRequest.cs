using System.Globalization;
using Demarche.Store;
using Microsoft.AspNetCore.Http;

namespace Demarche.Desk.Hosting;

/// <summary>What every page knows of its request: the day that is "now", the crisis, the theme; and how links keep them.</summary>
internal sealed class DeskRequest(IHttpContextAccessor accessor, CrisisStore store, TimeProvider clock)
{
    private DateOnly? _last;

    private HttpContext Context => accessor.HttpContext!;

    /// <summary>The path that is shown.</summary>
    public string Path => Context.Request.Path;

    /// <summary>The query as it was asked.</summary>
    public IQueryCollection Query => Context.Request.Query;

    /// <summary>The day asked for; null where the newest is.</summary>
    public DateOnly? Date => DateOf("date");

    /// <summary>The crisis asked for.</summary>
    public string? Crisis => Text("crisis");

    /// <summary>light or dark where the visitor chose one.</summary>
    public string? Theme => Context.Request.Cookies["demarche-theme"] is "light" or "dark" ? Context.Request.Cookies["demarche-theme"] : null;

    /// <summary>The last day that the store knows of.</summary>
    public DateOnly Last => _last ??= store.Queries.LastDay(Crisis) ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The day that is "now" on the page.</summary>
    public DateOnly AsOf => Date ?? Last;

    /// <summary>A value of the query, null where it is empty.</summary>
    public string? Text(string name) => Query[name].ToString() is { Length: > 0 and <= 500 } text ? text : null;

    /// <summary>All values of a name in the query.</summary>
    public IReadOnlyList<string> List(string name) => [.. Query[name].Where(value => value is { Length: > 0 and <= 200 }).Select(value => value!).Take(50)];

    /// <summary>A day of the query.</summary>
    public DateOnly? DateOf(string name) =>
        DateOnly.TryParseExact(Query[name].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>How many entries to pass over.</summary>
    public int Offset => int.TryParse(Query["offset"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? Math.Min(offset, 1_000_000) : 0;

    /// <summary>An address that keeps day and crisis.</summary>
    public string Link(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        List<KeyValuePair<string, string?>> pairs = [];
        foreach (var (name, value) in query)
            if (!string.IsNullOrEmpty(value))
                pairs.Add(new(name, value));
        foreach (var name in new[] { "date", "crisis" })
            if (Text(name) is { } kept && !pairs.Exists(pair => pair.Key == name))
                pairs.Add(new(name, kept));
        return path + QueryString.Create(pairs);
    }

    /// <summary>This page's address with some values of the query changed; null takes one away.</summary>
    public string With(params ReadOnlySpan<(string Name, string? Value)> changes) => Changed(Path, changes);

    /// <summary>Another path with this page's query.</summary>
    public string Changed(string path, params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        List<KeyValuePair<string, string?>> pairs = [];
        foreach (var (name, values) in Query)
            if (!Names(changes, name))
                pairs.AddRange(values.Where(value => !string.IsNullOrEmpty(value)).Select(value => KeyValuePair.Create(name, value)));
        foreach (var (name, value) in changes)
            if (!string.IsNullOrEmpty(value))
                pairs.Add(new(name, value));
        return path + QueryString.Create(pairs);

        static bool Names(ReadOnlySpan<(string Name, string? Value)> changes, string name)
        {
            foreach (var change in changes)
                if (change.Name == name)
                    return true;
            return false;
        }
    }
}
