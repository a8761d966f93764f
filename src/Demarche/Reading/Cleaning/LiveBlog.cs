namespace Demarche.Reading.Cleaning;

/// <summary>
/// A page of entries, each under its time, as live blogs are: the entries in the order of time, whatever the page's order, and the day
/// of each. Blogs tell the day seldom; it is that of publication at the newest entry, and goes back where the clock does.
/// </summary>
internal sealed class LiveBlog
{
    private const int Fewest = 3;

    private LiveBlog(List<Block> blocks, List<(int Block, DateOnly Day)> entries, List<DroppedText> stamps) => (Blocks, Entries, Stamps) = (blocks, entries, stamps);

    /// <summary>The blocks without stamps: what stands above the entries, then the entries, oldest first.</summary>
    public List<Block> Blocks { get; }

    /// <summary>The first block of each entry, and its day.</summary>
    public List<(int Block, DateOnly Day)> Entries { get; }

    /// <summary>The stamps.</summary>
    public List<DroppedText> Stamps { get; }

    /// <summary>The blog that blocks are; null where they are none, or where nothing tells their day.</summary>
    public static LiveBlog? Find(IReadOnlyList<Block> blocks, DateOnly? published)
    {
        List<(int At, EntryStamp Stamp)> stamps = [];
        for (var i = 0; i < blocks.Count; i++)
            if (EntryStamp.Read(blocks[i], published) is { } stamp)
                stamps.Add((i, stamp));
        var entries = Cut(blocks, stamps);
        if (entries.Count(entry => entry.HasText) < Fewest || !HoldMost(blocks, entries))
            return null;
        var isNewestFirst = Descents(entries) * 2 >= entries.Count - 1;
        if (!isNewestFirst)
            entries.Reverse();
        if (!Date(entries, published ?? entries.Select(entry => entry.Stamp.Day).Max()))
            return null;
        entries.Reverse();
        return Order(blocks, entries, stamps);
    }

    private static List<Entry> Cut(IReadOnlyList<Block> blocks, List<(int At, EntryStamp Stamp)> stamps)
    {
        List<Entry> entries = [];
        DateOnly? heading = null;
        for (var i = 0; i < stamps.Count; i++)
        {
            var (at, stamp) = stamps[i];
            // "Thursday, 24 January" stands above the entries of its day.
            if (stamp.Minute is null)
            {
                heading = stamp.Day;
                continue;
            }
            var end = i + 1 < stamps.Count ? stamps[i + 1].At : blocks.Count;
            var first = stamp.Length < blocks[at].Text.Length ? at : at + 1;
            var hasText = false;
            for (var block = first; block < end; block++)
                hasText |= blocks[block].Furniture is null && Words.Count(blocks[block].Text, 8) > 6 && Words.EndsSentence(blocks[block].Text);
            // Two stamps above one entry ("14:05", "Updated at 14:20"): the first is the entry's.
            if (entries is [.., { HasText: false } before] && before.End == at && before.First == before.End)
            {
                entries[^1] = before with { End = end, First = first, HasText = hasText };
                continue;
            }
            entries.Add(new(stamp with { Day = stamp.Day ?? heading }, first, end, hasText));
        }
        return entries;
    }

    // A few clock times in an article do not make a blog of it.
    private static bool HoldMost(IReadOnlyList<Block> blocks, List<Entry> entries)
    {
        long inside = 0, all = 0;
        for (var i = 0; i < blocks.Count; i++)
            all += blocks[i].Furniture is null ? blocks[i].Text.Length : 0;
        foreach (var entry in entries)
            for (var i = entry.First; i < entry.End; i++)
                inside += blocks[i].Furniture is null ? blocks[i].Text.Length : 0;
        return inside * 2 >= all;
    }

    private static int Descents(List<Entry> entries)
    {
        var descents = 0;
        for (var i = 1; i < entries.Count; i++)
        {
            var (one, other) = (entries[i - 1].Stamp, entries[i].Stamp);
            if (one.Day is { } day && other.Day is { } next && day != next ? next < day : other.Minute <= one.Minute)
                descents++;
        }
        return descents;
    }

    // The entries stand newest first here.
    private static bool Date(List<Entry> entries, DateOnly? newest)
    {
        if (newest is not { } day)
            return false;
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Stamp.Day is { } told)
                day = told;
            else if (i > 0 && entries[i].Stamp.Minute > entries[i - 1].Stamp.Minute)
                day = day.AddDays(-1);
            entries[i] = entries[i] with { Day = day };
        }
        return true;
    }

    private static LiveBlog Order(IReadOnlyList<Block> blocks, List<Entry> entries, List<(int At, EntryStamp Stamp)> stamps)
    {
        var isStamp = stamps.ToDictionary(item => item.At, item => item.Stamp.Length);
        List<Block> ordered = [];
        List<(int, DateOnly)> days = [];
        List<DroppedText> dropped = [.. stamps.Select(item => new DroppedText("byline", blocks[item.At].Text[..item.Stamp.Length].TrimEnd(), 0))];
        for (var i = 0; i < entries.Min(entry => entry.First); i++)
            Add(i);
        foreach (var entry in entries)
        {
            days.Add((ordered.Count, entry.Day));
            for (var i = entry.First; i < entry.End; i++)
                Add(i);
        }
        return new(ordered, days, dropped);

        void Add(int at)
        {
            var block = blocks[at];
            if (!isStamp.TryGetValue(at, out var length))
            {
                ordered.Add(block);
                return;
            }
            if (length < block.Text.Length)
                ordered.Add(block with { Text = block.Text[length..] });
        }
    }

    private readonly record struct Entry(EntryStamp Stamp, int First, int End, bool HasText)
    {
        public DateOnly Day { get; init; }
    }
}
