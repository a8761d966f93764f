using Demarche.Desk.Hosting;
using Demarche.Store;

namespace Demarche.Desk.Reports;

/// <summary>The report in the making. It lies beside the store, so that it outlives the desk.</summary>
internal sealed class ReportBook(CrisisStore store)
{
    private const int MostItems = 1000;
    private readonly BesideStore<Draft> _draft = new(store, ".report.json", new("Report", []));

    public string Title => _draft.Value.Title;

    public IReadOnlyList<ReportItem> Items => _draft.Value.Items;

    public int Count => _draft.Value.Items.Count;

    public bool Add(ReportItem item) => Change(draft =>
        draft.Items.Count >= MostItems || (item.Entry is not null && draft.Items.Any(known => known.Entry == item.Entry && known.Article == item.Article))
            ? draft
            : draft with { Items = [.. draft.Items, item with { Id = draft.Items.Select(known => known.Id).DefaultIfEmpty(0).Max() + 1 }] });

    public void Remove(int id) => Change(draft => draft with { Items = [.. draft.Items.Where(item => item.Id != id)] });

    public void Clear() => Change(draft => draft with { Items = [] });

    public void Rename(string title) => Change(draft => draft with { Title = title });

    public void Note(int id, string note) => Change(draft => draft with
    {
        Items = [.. draft.Items.Select(item => item.Id != id ? item : item.Layer is "text" or "heading" ? item with { Title = note } : item with { Note = note.Length == 0 ? null : note })],
    });

    /// <summary>Moves an item by so many places.</summary>
    public void Move(int id, int by) => Change(draft =>
    {
        var items = draft.Items.ToList();
        var at = items.FindIndex(item => item.Id == id);
        if (at < 0)
            return draft;
        var to = Math.Clamp(at + by, 0, items.Count - 1);
        var moved = items[at];
        items.RemoveAt(at);
        items.Insert(to, moved);
        return draft with { Items = items };
    });

    private bool Change(Func<Draft, Draft> change) => _draft.Change(change);

    private sealed record Draft(string Title, IReadOnlyList<ReportItem> Items);
}
