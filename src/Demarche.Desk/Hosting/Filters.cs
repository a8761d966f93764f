using Demarche.Store;

namespace Demarche.Desk.Hosting;

/// <summary>Queries of addresses as filters of the store, for pages and exports alike.</summary>
internal static class Filters
{
    /// <summary>Null where a name fits nobody.</summary>
    public static StatementFilter? Statements(CrisisStore store, DeskRequest request)
    {
        var (speaker, about) = (Key(store, request, "speaker", "by"), Key(store, request, "about", "of"));
        if (speaker == "" || about == "")
            return null;
        return new()
        {
            Search = request.Text("q"), Speaker = speaker, About = about, Kind = request.Text("kind"), From = request.DateOf("from"), Until = request.DateOf("until") ?? request.Date,
            Crisis = request.Crisis, Distinct = true, ByRelevance = request.Text("q") is not null,
        };
    }

    /// <summary>Null where a name fits nobody.</summary>
    public static EventFilter? Events(CrisisStore store, DeskRequest request)
    {
        var (entity, with) = (Key(store, request, "entity", "who"), Key(store, request, "with", "whom"));
        if (entity == "" || with == "")
            return null;
        // One side alone is whoever is named.
        if (entity is null && with is not null)
            (entity, with) = (with, null);
        return new()
        {
            Types = request.List("type"), Modes = request.List("mode"), Contexts = request.List("context"), Statuses = request.List("status"), Entity = entity, Counterpart = with,
            From = request.DateOf("from"), Until = request.DateOf("until") ?? request.Date, Country = request.Text("country"), Place = request.Text("place"), FactsOnly = request.Text("facts") == "1", Crisis = request.Crisis,
        };
    }

    // A key, or a name that is looked up; "" where nobody has that name.
    private static string? Key(CrisisStore store, DeskRequest request, string key, string name) =>
        request.Text(name) is { } words ? FormWords.KeyOf(store, words) ?? "" : request.Text(key);
}
