using Demarche.Knowledge;
using Demarche.Numerals;

namespace Demarche.Times;

/// <summary>The vocabulary of times with the classes that the code asks for by name.</summary>
internal sealed class TimeWords
{
    public TimeWords(Vocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        Numerals = new(vocabulary);
        Capitals = vocabulary.Class("cap");
        Months = vocabulary.Class("month");
        UnitClass = vocabulary.Class("unit");
        Doubtful = vocabulary.Class("doubtful");
        Prepositions = vocabulary.Class("prep");
        YearLeads = vocabulary.Class("yearlead");
        Counted = vocabulary.Class("counted");
        Since = vocabulary.Class("since");
        Till = vocabulary.Class("till");
        TillOnly = vocabulary.Class("till2");
        From = vocabulary.Class("from");
        Join = vocabulary.Class("tojoin");
        After = vocabulary.Class("afterword");
        Stops = vocabulary.Class("stop");
        Articles = vocabulary.Class("article");
        Plans = vocabulary.Class("plan");
        Asks = vocabulary.Class("ask");
        EventNouns = vocabulary.Class("eventnoun");
        Modals = vocabulary.Class("modal");
        Limits = vocabulary.Class("limit");
        Between = vocabulary.Class("between");
        StrongPrepositions = vocabulary.Class("strongprep");
        Numbered = vocabulary.Class("numbered");
        Within = vocabulary.Class("within");
        Signs = vocabulary.Class("sign");
    }

    public Vocabulary Vocabulary { get; }
    public NumeralReader Numerals { get; }
    public int Capitals { get; }
    public int Months { get; }
    public int UnitClass { get; }
    public int Doubtful { get; }
    public int Prepositions { get; }
    public int YearLeads { get; }
    public int Counted { get; }
    public int Since { get; }
    public int Till { get; }
    public int TillOnly { get; }
    public int From { get; }
    public int Between { get; }
    public int Join { get; }
    public int After { get; }
    public int Stops { get; }
    public int Articles { get; }
    public int Plans { get; }
    public int Asks { get; }
    public int EventNouns { get; }
    public int Modals { get; }
    public int Limits { get; }
    public int StrongPrepositions { get; }
    public int Numbered { get; }
    public int Within { get; }
    public int Signs { get; }

    /// <summary>Whether the piece at a place is of a class; false outside the sentence.</summary>
    public bool Is(ReadOnlySpan<Piece> pieces, int at, int @class) =>
        (uint)at < (uint)pieces.Length && Vocabulary.Is(pieces[at].Word, @class);
}
