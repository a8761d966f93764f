using Demarche.Store.Files;
using Demarche.Store.Queries;
using Microsoft.Data.Sqlite;

namespace Demarche.Store.Feeds;

/// <summary>Whether a text holds what is searched for, by the very rules of the store's search: it is asked of a table with that text alone.</summary>
internal sealed class WordMatch : IDisposable
{
    private readonly Db? _db;
    private readonly string? _query;

    public WordMatch(string match)
    {
        _query = SearchWords.Of(match);
        if (_query is null)
            return;
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        _db = new(connection);
        _db.Run("create virtual table words using fts5(text, tokenize='porter unicode61 remove_diacritics 2')");
    }

    public bool Holds(string text)
    {
        if (_db is null)
            return true;
        _db.Run("delete from words");
        _db.Run("insert into words(text) values(?1)", text);
        return _db.Number("select count(*) from words where words match ?1", _query) > 0;
    }

    public void Dispose() => _db?.Dispose();
}
