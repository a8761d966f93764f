using Demarche.Store;

namespace Demarche.Desk.Hosting;

/// <summary>Brings the store up to date after people changed something. Calls that come while it runs are served by one further run.</summary>
internal sealed class StoreUpkeep(CrisisStore store)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly Lock _gate = new();
    private Task? _running;
    private Task? _next;

    /// <summary>Waits until what was changed stands in every list, but no longer than somebody at a page would.</summary>
    public async Task SoonAsync() => await Task.WhenAny(Asked(), Task.Delay(Patience));

    private Task Asked()
    {
        lock (_gate)
        {
            if (_running is null || _running.IsCompleted)
                return _running = Task.Run(() => store.RefreshAsync());
            if (_next is null || _next.IsCompleted)
                _next = After(_running);
            return _next;
        }
    }

    private async Task After(Task running)
    {
        await Task.WhenAny(running);
        Task own;
        lock (_gate)
            own = _running = Task.Run(() => store.RefreshAsync());
        await own;
    }
}
