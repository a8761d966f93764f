using System.Collections.Concurrent;
using Demarche.Store.Files;

namespace Demarche.Store.Queries;

/// <summary>Connections that only read, each with its prepared statements, kept for the next question.</summary>
internal sealed class ReaderPool(StoreFile file) : IDisposable
{
    private readonly ConcurrentBag<Db> _idle = [];
    private volatile bool _isClosed;

    /// <summary>Reads what one moment holds.</summary>
    public T Read<T>(Func<Db, T> read)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (!_idle.TryTake(out var db))
            db = file.Reader();
        try
        {
            var result = db.Snapshot(() => read(db));
            if (_isClosed)
                db.Dispose();
            else
                _idle.Add(db);
            return result;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        while (_idle.TryTake(out var db))
            db.Dispose();
    }
}
