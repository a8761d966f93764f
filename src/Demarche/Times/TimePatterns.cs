using System.Globalization;
using Demarche.Knowledge;
using Demarche.Numerals;

namespace Demarche.Times;

/// <summary>The patterns as a tree over their elements, so that those that begin alike are tried once. Immutable.</summary>
internal sealed class TimePatterns
{
    private const int MaxDepth = 16;
    private readonly Node[][] _byWord;
    private readonly Node[] _byNumber;

    private TimePatterns(TimeWords words, Node root, int wordCount)
    {
        Words = words;
        _byNumber = [.. root.Children.Where(child => child.Element!.Numbers.Length > 0)];
        _byWord = new Node[wordCount][];
        for (var word = 0; word < wordCount; word++)
            _byWord[word] = [.. root.Children.Where(child => child.Element!.Words.Any(part => words.Vocabulary.Is(word, part.Class))
                || child.Element.Numbers.Any(number => number is TimeSlot.Number or TimeSlot.Few))];
    }

    public TimeWords Words { get; }

    /// <summary>Reads words.tsv, patterns.tsv and holidays.tsv.</summary>
    /// <exception cref="LexiconException">A row cannot be read.</exception>
    public static TimePatterns Load(Lexicon lexicon) => new TimePatternReader(lexicon).Read();

    /// <summary>The longest match that begins at a piece.</summary>
    public bool TryMatch(ReadOnlySpan<Piece> pieces, int at, string text, out TimeMatch best)
    {
        best = default;
        ref readonly var piece = ref pieces[at];
        var roots = piece.Word >= 0 ? _byWord[piece.Word] : piece.Kind is PieceKind.Word or PieceKind.Symbol ? [] : _byNumber;
        foreach (var root in roots)
            Follow(root, pieces, at, at, text, Start(at), ref best, 0);
        if (piece.Word >= 0 && piece.Kind is not (PieceKind.Word or PieceKind.Symbol))
            foreach (var root in _byNumber)
                Follow(root, pieces, at, at, text, Start(at), ref best, 0);
        return best.Pattern is not null;
    }

    private static TimeMatch Start(int at) => new() { First = at, Part = -1, Minutes = -1, Noon = -1, Zone = int.MinValue, Number = double.NaN, Number2 = double.NaN };

    private void Follow(Node node, ReadOnlySpan<Piece> pieces, int first, int at, string text, TimeMatch match, ref TimeMatch best, int depth)
    {
        if (at >= pieces.Length || depth >= MaxDepth)
            return;
        var taken = node.Element!.Match(pieces, at, text, Words, ref match);
        if (taken == 0)
            return;
        at += taken;
        foreach (var pattern in node.Patterns)
        {
            var better = best.Pattern is null || at - 1 > best.Last || (at - 1 == best.Last && pattern.Order < best.Pattern.Order);
            if (!better || !Allowed(pattern.Guards, pieces, first, at - 1))
                continue;
            match.Last = at - 1;
            match.Pattern = pattern;
            best = match;
        }
        foreach (var child in node.Children)
            Follow(child, pieces, first, at, text, match, ref best, depth + 1);
    }

    private bool Allowed(TimeGuard[] guards, ReadOnlySpan<Piece> pieces, int first, int last)
    {
        foreach (var guard in guards)
        {
            var holds = guard.Where switch
            {
                TimeGuardPlace.Before => Words.Is(pieces, first - 1, guard.Class),
                TimeGuardPlace.After => Words.Is(pieces, last + 1, guard.Class),
                _ => IsGlued(pieces[first..(last + 1)]),
            };
            if (holds != guard.Wanted)
                return false;
        }
        return true;
    }

    // Only the last two pieces: "the 1990 s" is not, "the 1990s" is.
    private static bool IsGlued(ReadOnlySpan<Piece> pieces) => pieces.Length < 2 || pieces[^2].End == pieces[^1].Begin;

    /// <summary>A place in the tree of patterns.</summary>
    internal sealed class Node(TimeElement? element)
    {
        private readonly List<Node> _children = [];
        private readonly List<TimePattern> _patterns = [];
        private readonly Dictionary<string, Node> _byName = new(StringComparer.Ordinal);

        public TimeElement? Element { get; } = element;
        public Node[] Children { get; private set; } = [];
        public TimePattern[] Patterns { get; private set; } = [];

        public Node Child(string name, Func<string, TimeElement> element)
        {
            if (!_byName.TryGetValue(name, out var child))
            {
                _byName.Add(name, child = new(element(name)));
                _children.Add(child);
            }
            return child;
        }

        public void End(TimePattern pattern) => _patterns.Add(pattern);

        public void Freeze()
        {
            Children = [.. _children];
            Patterns = [.. _patterns];
            foreach (var child in Children)
                child.Freeze();
        }
    }

    internal static TimePatterns Of(TimeWords words, Node root, int wordCount)
    {
        root.Freeze();
        return new(words, root, wordCount);
    }

    internal static int? NumberOf(string argument) =>
        int.TryParse(argument, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
