using System.Text.Json;
using Demarche.Store;

namespace Demarche.Desk.Hosting;

/// <summary>Something of the desk's own that lies in a JSON file beside the store, so that it outlives the desk. Each change is on the disk before it is seen.</summary>
/// <typeparam name="T">What is kept; immutable.</typeparam>
internal sealed class BesideStore<T>
    where T : class
{
    private readonly string _path;
    private readonly Lock _gate = new();
    private T _value;

    /// <summary>Reads the file, or begins anew.</summary>
    /// <param name="store">The store.</param>
    /// <param name="ending">What is added to the store's path.</param>
    /// <param name="empty">What there is before anything was kept.</param>
    public BesideStore(CrisisStore store, string ending, T empty)
    {
        _path = store.Path + ending;
        _value = Read() ?? empty;
    }

    /// <summary>What is kept now.</summary>
    public T Value => _value;

    /// <summary>Changes it; gives whether there was anything to change: the same object back means no.</summary>
    public bool Change(Func<T, T> change)
    {
        lock (_gate)
        {
            var changed = change(_value);
            if (ReferenceEquals(changed, _value))
                return false;
            var part = _path + ".part";
            File.WriteAllBytes(part, JsonSerializer.SerializeToUtf8Bytes(changed, JsonSerializerOptions.Web));
            File.Move(part, _path, overwrite: true);
            _value = changed;
            return true;
        }
    }

    private T? Read()
    {
        try
        {
            return File.Exists(_path) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(_path), JsonSerializerOptions.Web) : null;
        }
        catch (JsonException)
        {
            // A broken file is kept under another name rather than written over.
            File.Move(_path, _path + ".broken", overwrite: true);
            return null;
        }
    }
}
