using System.Globalization;
using Demarche.Store;
using Microsoft.AspNetCore.Http;

namespace Demarche.Api.Answers;

/// <summary>The query of a request, read by its operation's parameters: what it does not know is refused by name, so that a slip is no silent whole list.</summary>
internal sealed class Ask
{
    private readonly IQueryCollection _query;

    public Ask(HttpContext context, IReadOnlyList<Parameter> known, StoreQueries queries)
    {
        _query = context.Request.Query;
        Queries = queries;
        foreach (var name in _query.Keys)
            if (!known.Any(parameter => parameter.Name == name))
                throw new ApiProblem(StatusCodes.Status400BadRequest, $"'{name}' is no parameter of this address; it takes {string.Join(", ", known.Select(parameter => parameter.Name))}.");
        foreach (var parameter in known.Where(parameter => parameter.Values is not null))
            if (List(parameter.Name).FirstOrDefault(value => !parameter.Values!.Contains(value, StringComparer.Ordinal)) is { } odd)
                throw new ApiProblem(StatusCodes.Status400BadRequest, $"{parameter.Name}={odd}: it may be {string.Join(", ", parameter.Values!)}.");
    }

    /// <summary>The store's answers.</summary>
    public StoreQueries Queries { get; }

    public Paging Paging => new(Whole("offset") ?? 0, Whole("limit") is { } limit ? Math.Clamp(limit, 1, 1000) : 50);

    public string? Text(string name) => _query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>All values of a name, given several times or with commas between.</summary>
    public IReadOnlyList<string> List(string name) =>
        [.. _query[name].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    public DateOnly? Day(string name) => Text(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Odd(name, text, "a day such as 2019-02-04");

    public int? Whole(string name) => Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : throw Odd(name, text, "a whole number, 0 or more");

    public double? Number(string name) => Text(name) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Odd(name, text, "a number");

    public bool? Truth(string name) => Text(name) switch
    {
        null => null,
        "true" or "1" => true,
        "false" or "0" => false,
        var text => throw Odd(name, text, "true or false"),
    };

    /// <summary>The key of somebody who is given by key or by name.</summary>
    public string? Entity(string name) => Text(name) is not { } text ? null
        : EntityNames.KeyOf(Queries, text) ?? throw new ApiProblem(StatusCodes.Status404NotFound, $"{name}={text}: nobody in the store is called that; /api/v1/entities?search= finds names and keys.");

    private static ApiProblem Odd(string name, string text, string wanted) => new(StatusCodes.Status400BadRequest, $"{name}={text}: {wanted} is wanted.");
}
