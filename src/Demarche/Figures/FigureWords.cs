using Demarche.Knowledge;
using Demarche.Numerals;
using Demarche.Times;

namespace Demarche.Figures;

/// <summary>The vocabulary of figures: numbers, currencies, measures, what happens to people. Immutable.</summary>
internal sealed class FigureWords
{
    private static readonly string[] TimeUnits = ["", "second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century", "weekend", "night", "fortnight"];
    private readonly List<string> _codes = [];
    private readonly List<(FigureKind Kind, string Unit)> _units = [];

    /// <summary>Reads the tables of Figures/ and the numerals.</summary>
    /// <exception cref="LexiconException">A row cannot be read.</exception>
    public FigureWords(Lexicon lexicon)
    {
        var builder = new Vocabulary.Builder().Add(lexicon.Rows("Numerals/numerals")).Add(lexicon.Rows("Figures/words"));
        foreach (var row in lexicon.Rows("Figures/money"))
            AddCurrency(builder, row);
        foreach (var row in lexicon.Rows("Figures/units"))
        {
            if (!Enum.TryParse<FigureKind>(row["kind"], true, out var kind))
                throw row.Error($"there is no kind of figure '{row["kind"]}'.");
            _units.Add((kind, row["unit"]));
            foreach (var word in row.List("words"))
                builder.Add("measure", _units.Count - 1, word);
        }
        var casualties = lexicon.Rows("Figures/casualties").ToArray();
        foreach (var row in casualties)
        {
            if (!Enum.TryParse<FigureKind>(row["kind"], true, out var kind))
                throw row.Error($"there is no kind of figure '{row["kind"]}'.");
            if (row["role"] is not ("object" or "subject" or "after" or "noun" or "toll" or "lives"))
                throw row.Error($"'{row["role"]}' is no role: write object, subject, after, noun, lives or toll.");
            foreach (var word in row.List("words"))
                builder.Add("casualty:" + row["role"], (int)kind, word);
        }
        Qualifiers = new(lexicon, builder);
        Vocabulary = builder.Build();
        Qualifiers.Bind(Vocabulary);
        Numerals = new(Vocabulary);
        int Of(string name) => Vocabulary.Class(name);
        (Sign, SignWord, DollarPrefix, Code, Money, MoneyAdjective) = (Of("sign"), Of("signword"), Of("dollarprefix"), Of("code"), Of("money"), Of("moneyadjective"));
        (Measure, Object, Subject, After, Noun, Toll) = (Of("measure"), Of("casualty:object"), Of("casualty:subject"), Of("casualty:after"), Of("casualty:noun"), Of("casualty:toll"));
        (Hyphen, RangeTo, Between, And, From, OfWord) = (Of("hyphen"), Of("rangeto"), Of("between"), Of("and"), Of("from"), Of("ofword"));
        (Square, Nautical, Definite, Uncounted, UncountedPlural) = (Of("square"), Of("nautical"), Of("definite"), Of("uncounted"), Of("uncountedplural"));
        (Plural, Inanimate, Passing, Person, Numbered) = (Of("plural"), Of("inanimate"), Of("passing"), Of("person"), Of("numbered"));
        (TimeUnit, BigNeeded, Weight, Article, ShortMillion, More) = (Of("timeunit"), Of("bigneeded"), Of("weight"), Of("article"), Of("shortmillion"), Of("more"));
        (Lives, Life, Material) = (Of("casualty:lives"), Of("life"), Of("material"));
        (Few, Per, OverWord, Lasting) = (Of("few"), Of("per"), Of("overword"), Of("lasting"));
    }

    public Vocabulary Vocabulary { get; }
    public NumeralReader Numerals { get; }
    public Qualifiers Qualifiers { get; }
    public int Sign { get; }
    public int SignWord { get; }
    public int DollarPrefix { get; }
    public int Code { get; }
    public int Money { get; }
    public int MoneyAdjective { get; }
    public int Measure { get; }
    public int Object { get; }
    public int Subject { get; }
    public int After { get; }
    public int Noun { get; }
    public int Toll { get; }
    public int Hyphen { get; }
    public int RangeTo { get; }
    public int Between { get; }
    public int And { get; }
    public int From { get; }
    public int OfWord { get; }
    public int Square { get; }
    public int Nautical { get; }
    public int Definite { get; }
    public int Uncounted { get; }
    public int UncountedPlural { get; }
    public int Plural { get; }
    public int Inanimate { get; }
    public int Passing { get; }
    public int Person { get; }
    public int Numbered { get; }
    public int TimeUnit { get; }
    public int BigNeeded { get; }
    public int Weight { get; }
    public int Article { get; }
    public int ShortMillion { get; }
    public int More { get; }
    public int Few { get; }
    public int Per { get; }
    public int Lives { get; }
    public int Life { get; }
    public int Material { get; }
    public int OverWord { get; }
    public int Lasting { get; }

    /// <summary>The code of a currency's number.</summary>
    public string CodeOf(int currency) => _codes[currency];

    /// <summary>The measure of a number of the class <see cref="Measure"/>.</summary>
    public (FigureKind Kind, string Unit) UnitOf(int measure) => _units[measure];

    /// <summary>"hour" for <see cref="Units.Hour"/>.</summary>
    public static string TimeUnitName(int unit) => TimeUnits[unit];

    /// <summary>The currency that an adjective and a currency's word make together, else the word's own.</summary>
    public string Combined(int adjective, string code) =>
        Vocabulary.Value(adjective, MoneyAdjective) != Vocabulary.Absent && _adjectives.TryGetValue((adjective, code), out var combined) ? combined : code;

    public bool Is(ReadOnlySpan<Piece> pieces, int at, int @class) => (uint)at < (uint)pieces.Length && Vocabulary.Is(pieces[at].Word, @class);

    /// <summary>The value of a token's lemma, else its form, in a class.</summary>
    public int ValueOf(in Language.Token token, int @class)
    {
        var value = Vocabulary.Value(Vocabulary.Find(token.Lemma), @class);
        return value != Vocabulary.Absent ? value : Vocabulary.Value(Vocabulary.Find(token.Form), @class);
    }

    public bool Is(in Language.Token token, int @class) => ValueOf(token, @class) != Vocabulary.Absent;

    private readonly Dictionary<(int Adjective, string Of), string> _adjectives = [];
    private readonly List<(string Adjective, string Of, string Code)> _pending = [];

    private void AddCurrency(Vocabulary.Builder builder, TsvRow row)
    {
        if (!_codes.Contains(row["code"]))
            _codes.Add(row["code"]);
        var number = _codes.IndexOf(row["code"]);
        foreach (var word in row.List("words"))
            switch (row["how"])
            {
                case "sign" when word.Length > 1 && word[^1] is '$':
                    builder.Add("dollarprefix", number, word[..^1].TrimEnd('.'));
                    break;
                case "sign" when word.Length == 1:
                    builder.Add("sign", number, word);
                    break;
                case "sign" when char.IsLetter(word[^1]):
                    builder.Add("signword", number, word);
                    break;
                case "sign":
                    break;
                case "code":
                    builder.Add("code", number, word);
                    break;
                case "word":
                    builder.Add("money", number, word);
                    break;
                case "adjective":
                    builder.Add("moneyadjective", number, word);
                    _pending.Add((word, row["of"], row["code"]));
                    break;
                default:
                    throw row.Error($"'{row["how"]}' is no way of writing a currency: write sign, code, word or adjective.");
            }
    }

    /// <summary>Fixes the adjectives' words; called once, when the vocabulary is built.</summary>
    internal FigureWords Bind()
    {
        foreach (var (adjective, of, code) in _pending)
            _adjectives[(Vocabulary.Find(adjective), of)] = code;
        return this;
    }
}
