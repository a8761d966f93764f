using Demarche.Language;
using Demarche.Numerals;

namespace Demarche.Times;

/// <summary>What a time is told against: the day of publication, the sentence, and the time told before.</summary>
internal sealed class TimeContext(TimeWords words, Tense tense, string text, DateOnly? published)
{
    private Sentence _sentence = null!;
    private DateOnly? _day;

    /// <summary>The day of publication.</summary>
    public DateOnly? Published { get; private set; } = published;

    /// <summary>The last date told; "a day later" counts from it.</summary>
    public TimeValue? Reference { get; private set; }

    /// <summary>The last whole day told in this sentence.</summary>
    public DateOnly? DayHere { get; private set; }

    public string Text { get; } = text;

    public TimeWords Words { get; } = words;

    /// <summary>Starts a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="day">The day of its publication: entries of a live blog have their own.</param>
    public void Enter(Sentence sentence, DateOnly? day)
    {
        if (day != Published)
            (Published, Reference, _day) = (day, null, null);
        _sentence = sentence;
        DayHere = null;
    }

    /// <summary>Remembers a date for what comes after it.</summary>
    public void Remember(in TimeValue value)
    {
        if (value.Anchor is not { } anchor || value.Kind is TimeKind.Duration or TimeKind.Set)
            return;
        Reference = value;
        if (value.Grain == Grain.Day)
            _day = DayHere = anchor;
    }

    /// <summary>The day that "a day later" counts from.</summary>
    public DateOnly? From => Reference?.Anchor ?? Published;

    /// <summary>
    /// When a deadline begins to run, and which night "overnight" is: on the day told in the sentence, else on the one told shortly before if it is near publication,
    /// else on the day of publication.
    /// </summary>
    public DateOnly? Start =>
        DayHere ?? (Reference is { Grain: Grain.Day, Anchor: { } told } && Published is { } today && today.DayNumber - told.DayNumber is >= 0 and <= 3 ? told : Published);

    /// <summary>Whether the word at a place is the plural of a noun, by its tag.</summary>
    public bool IsPluralNoun(ReadOnlySpan<Piece> pieces, int at) =>
        at < pieces.Length && _sentence[pieces[at].Token] is { Upos: Language.Upos.NOUN } token && token.Is(Language.Features.Plur);

    /// <summary>Whether a person's name holds the words.</summary>
    public bool IsInPersonName(int firstToken, int lastToken)
    {
        foreach (var name in _sentence.Names)
            if (name.Type == Language.NameType.Person && name.First <= firstToken && lastToken <= name.Last)
                return true;
        return false;
    }

    /// <summary>The day that days and hours are counted from; longer units are counted from the last date of any length.</summary>
    public DateOnly? FromFor(int unit) => unit is Units.Day or Units.Night or Units.Hour or Units.Minute ? _day ?? From : From;

    /// <summary>Whether a match lies ahead, by the words around it.</summary>
    public Direction DirectionOf(ReadOnlySpan<Piece> pieces, in TimeMatch match)
    {
        var before = match.First - 1;
        if (Words.Is(pieces, before, Words.Articles))
            before--;
        if (Words.Is(pieces, before, Words.Since))
            return Direction.Past;
        var direction = tense.Of(_sentence, pieces[match.First].Token, pieces[match.Last].LastToken);
        if (Words.Is(pieces, before, Words.Till) && match.Weekday > 0 && direction != Direction.Future)
            return Direction.Future;
        return direction;
    }
}
