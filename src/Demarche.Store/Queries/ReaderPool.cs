using System.Collections.Concurrent;
using Demarche.Store.Files;

namespace Demarche.Store.Queries;

/// <summary>
/// Connections that only read, each with its prepared statements and its pages, kept for the next question. No more work at once than
/// two cores do: the others wait for a connection that is warm, rather than that all get in each other's way.
/// </summary>
internal sealed class ReaderPool(StoreFile file) : IDisposable
{
    private readonly ConcurrentStack<Db> _idle = [];
    // More at once would only share the cores and each other's pages.
    private const int Places = 2;
    // Who waits longer goes in all the same: an answer that waits for another's answer must not keep that one out for good.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _places = new(Places);
    private readonly ThreadLocal<bool> _inside = new();
    private volatile bool _isClosed;

    /// <summary>Reads what one moment holds.</summary>
    public T Read<T>(Func<Db, T> read)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        // Who asks while answering has its place already. Those who wait asynchronously are let in in their order, others push in.
        var isInside = _inside.Value;
        var hasPlace = !isInside && _places.WaitAsync(Patience).GetAwaiter().GetResult();
        _inside.Value = true;
        try
        {
            return Asked(read);
        }
        finally
        {
            _inside.Value = isInside;
            if (hasPlace)
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
