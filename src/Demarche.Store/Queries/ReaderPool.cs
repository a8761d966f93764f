using System.Collections.Concurrent;
using Demarche.Store.Files;

namespace Demarche.Store.Queries;

/// <summary>
/// Connections that only read, each with its prepared statements and its pages, kept for the next question. No more work at once than
/// a few for each core: the others wait for a connection that is warm, rather than that all get in each other's way.
/// </summary>
internal sealed class ReaderPool(StoreFile file) : IDisposable
{
    private readonly ConcurrentStack<Db> _idle = [];
    private readonly SemaphoreSlim _places = new(Math.Max(2, Environment.ProcessorCount));
    private readonly ThreadLocal<bool> _inside = new();
    private volatile bool _isClosed;

    /// <summary>Reads what one moment holds.</summary>
    public T Read<T>(Func<Db, T> read)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        // Who asks while answering has its place already.
        var isInside = _inside.Value;
        if (!isInside)
            _places.Wait();
        _inside.Value = true;
        try
        {
            return Asked(read);
        }
        finally
        {
            _inside.Value = isInside;
            if (!isInside)
                _places.Release();
        }
    }

    private T Asked<T>(Func<Db, T> read)
    {
        if (!_idle.TryPop(out var db))
            db = file.Reader();
        try
        {
            var result = db.Snapshot(() => read(db));
            if (_isClosed)
                db.Dispose();
            else
                _idle.Push(db);
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
        while (_idle.TryPop(out var db))
            db.Dispose();
    }
}
