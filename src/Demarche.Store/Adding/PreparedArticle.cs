using System.Runtime.InteropServices;
using Demarche.Ledgers;
using Demarche.Ledgers.Joining;
using Demarche.Records;
using Demarche.Store.Files;

namespace Demarche.Store.Adding;

/// <summary>An article with all that can be worked out about it before the store is touched, so that many threads share the work.</summary>
internal sealed class PreparedArticle
{
    private const int Lead = 100;

    private PreparedArticle(Record record) => Record = record;

    public Record Record { get; }

    public required byte[] Digest { get; init; }

    public required byte[] Body { get; init; }

    public DateOnly? Day { get; init; }

    public int Words { get; init; }

    /// <summary>The sketch of the whole text; null where it is too short to tell.</summary>
    public uint[]? Whole { get; init; }

    /// <summary>The sketch of the first hundred words.</summary>
    public uint[]? Beginning { get; init; }

    public static PreparedArticle Of(Record record, Packing packing)
    {
        List<ulong> hashes = [];
        WordHashes.Append(record.Text, hashes);
        var words = CollectionsMarshal.AsSpan(hashes);
        return new(record)
        {
            Digest = ArticleDigest.Of(record),
            Body = packing.Pack(record),
            Day = EdtfDays.Of(record.Source.Published)?.First,
            Words = words.Length,
            Whole = MinHash.Of(words),
            Beginning = words.Length >= Lead ? MinHash.Of(words[..Lead]) : null,
        };
    }
}
