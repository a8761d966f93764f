namespace Demarche.Desk.Adding;

/// <summary>A load of articles that is being added. Written by one thread, read by many.</summary>
internal sealed class AddJob(int id, string title)
{
    private readonly Lock _gate = new();
    private readonly List<string> _problems = [];
    private readonly List<(string Id, string Title)> _added = [];

    public int Id => id;

    public string Title => title;

    public int Added { get; private set; }

    public int Known { get; private set; }

    public int Read { get; private set; }

    public bool IsDone { get; private set; }

    /// <summary>What went wrong, the first hundred.</summary>
    public IReadOnlyList<string> Problems { get { lock (_gate) return [.. _problems]; } }

    /// <summary>The first articles that were added.</summary>
    public IReadOnlyList<(string Id, string Title)> Articles { get { lock (_gate) return [.. _added]; } }

    public void Problem(string what)
    {
        lock (_gate)
            if (_problems.Count < 100)
                _problems.Add(what);
    }

    public void Take(string article, string headline, bool isNew)
    {
        lock (_gate)
        {
            Read++;
            if (isNew)
                Added++;
            else
                Known++;
            if (_added.Count < 50)
                _added.Add((article, headline));
        }
    }

    public void Done() => IsDone = true;
}
