using Demarche.Knowledge;

namespace Demarche.Entities.Phrases;

/// <summary>
/// A phrase in parts. What stands before the first preposition, comma or relative word is the head; after it come the
/// complements ("president | of the Riigikogu").
/// </summary>
internal sealed class PhraseParts
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ends = new HashSet<string>(StringComparer.Ordinal)
    {
        "of", "in", "at", "to", "for", "from", "with", "who", "whose", "that", "which", "on", "by", "near", "under", "against", "and", "or", "named", "called",
        "within", "outside", "inside", "around", "including", "loyal", "allied", "linked", "backed", "under", "led", "over", "across", ",", ";", ":", "(",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Former =
        new HashSet<string>(StringComparer.Ordinal) { "former", "ex", "retired", "ousted", "deposed", "onetime", "erstwhile", "formerly", "late" }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Silent = new HashSet<string>(StringComparer.Ordinal)
    {
        "the", "a", "an", "this", "that", "these", "those", "some", "several", "many", "two", "three", "four", "five", "dozens", "hundreds", "thousands", "most", "all", "both", "other", "another",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<Part> _parts = new(8);

    private PhraseParts()
    {
    }

    /// <summary>The parts in order.</summary>
    public IReadOnlyList<Part> All => _parts;

    /// <summary>How many of the parts are the head.</summary>
    public int HeadCount { get; private set; }

    /// <summary>Whether a comma ends the head: "Harry Tseng, Taiwan's deputy foreign minister".</summary>
    public bool HasApposition { get; private set; }

    /// <summary>Whether the head says that the role is no longer held.</summary>
    public bool IsFormer { get; private set; }

    /// <summary>Reads the words from first to before limit.</summary>
    public static PhraseParts Read(ActorReader reader, KnowledgeBase knowledge, KeyedWords words, int first, int limit, DateOnly? date)
    {
        var parts = new PhraseParts();
        var inHead = true;
        // The last word of a run of unknown capitalized words, where the next may join.
        var runEnd = -2;
        for (var i = first; i < limit;)
        {
            var key = words.KeyOf(i, i);
            if (key.Length == 0 || words.IsClitic(i) || words[i] is ['\'' or '’'])
            {
                var isClitic = words[i] is ['\'' or '’', ..];
                if (isClitic && parts._parts.Count > 0)
                    parts._parts[^1] = parts._parts[^1] with { IsPossessor = true };
                if (!isClitic && runEnd == i - 1 && words[i] is "-" or "–")
                    runEnd = i;
                i++;
                continue;
            }
            var length = reader.Match(words, i, limit, date, out var found);
            var title = TitleAt(knowledge, words, i, limit, Math.Max(length, 1), out var titleLength);
            // "Jam Kamal Khan": what else is a title ends a name that has begun.
            if (titleLength > length && runEnd == i - 1 && parts._parts[^1].Kind == PartKind.Name && !parts._parts[^1].IsPossessor)
            {
                parts._parts[^1] = parts._parts[^1] with { Last = i + titleLength - 1 };
                i += titleLength;
                runEnd = i - 1;
                continue;
            }
            // "U.N. secretary general" is a title only before a name: else its words tell more.
            var isBeforeName = i + titleLength < limit && words[i + titleLength] is [var initial, ..] && char.IsUpper(initial);
            if (titleLength > length && (title!.Sector is not null || isBeforeName || length == 0) || titleLength == length && length > 0 && found!.Role is { Office: null } && char.IsUpper(words[i][0]) && title!.Sector is not null)
            {
                parts._parts.Add(new(PartKind.Title, i, i + titleLength - 1) { Title = title });
                i += titleLength;
                continue;
            }
            if (length > 0)
            {
                parts._parts.Add(new(KindOf(found!), i, i + length - 1) { Known = found });
                i += length;
                continue;
            }
            if (inHead && Former.Contains(key))
            {
                parts.IsFormer = true;
            }
            else if (Ends.Contains(key))
            {
                if (inHead && parts._parts.Count > 0)
                {
                    inHead = false;
                    parts.HasApposition = words[i] is ",";
                    parts.HeadCount = parts._parts.Count;
                }
            }
            else if (!Silent.Contains(key))
            {
                var isName = char.IsUpper(words[i][0]);
                // "West Bank" is a region, though "bank" is a role.
                if (isName && runEnd != i - 1 && i + 1 < limit && char.IsUpper(words[i + 1][0]) && knowledge.Places.Region(words.KeyOf(i, i + 1)) is { } region)
                {
                    parts._parts.Add(new(PartKind.Place, i, i + 1) { Place = region });
                    i += 2;
                    continue;
                }
                if (isName && runEnd == i - 1 && parts._parts[^1].Kind == PartKind.Name)
                    parts._parts[^1] = parts._parts[^1] with { Last = i };
                else
                    parts._parts.Add(new(isName ? PartKind.Name : PartKind.Word, i, i));
                if (isName)
                    runEnd = i;
            }
            i++;
        }
        if (inHead)
            parts.HeadCount = parts._parts.Count;
        return parts;
    }

    /// <summary>Puts a place in the stead of an unknown name.</summary>
    public void Replace(int at, Part part) => _parts[at] = part;

    private static PartKind KindOf(ActorName name) =>
        name.Person is not null ? PartKind.Person : name.Organization is not null ? PartKind.Organization : name.Role is not null ? PartKind.Role : PartKind.State;

    private static Title? TitleAt(KnowledgeBase knowledge, KeyedWords words, int first, int limit, int atLeast, out int length)
    {
        for (var last = Math.Min(limit, first + 4) - 1; last >= first + atLeast - 1; last--)
            if (!words.IsEmpty(last) && knowledge.Titles.Find(words.KeyOf(first, last)) is { } title)
            {
                length = last - first + 1;
                return title;
            }
        length = 0;
        return null;
    }
}
