using Demarche.Knowledge;
using Demarche.Ledgers.Joining;
using Demarche.Records;

namespace Demarche.Ledgers;

/// <summary>Joins records into a <see cref="Ledger"/>. Mutable, for one thread. Records may come in any order; only what the ledger needs of them is kept.</summary>
public sealed class LedgerBuilder
{
    private readonly StringPool _pool = new();
    private readonly EntityJoin _entities;
    private readonly ArticleJoin _articles = new();
    private readonly EventJoin _events;
    private readonly QuoteJoin _quotes = new();
    private readonly FigureJoin _figures;
    private readonly DemandJoin _demands;
    private readonly List<PositionTelling> _positions = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private bool _isBuilt;

    /// <summary>Starts a ledger with the library's own tables.</summary>
    public LedgerBuilder() : this(Lexicon.Default)
    {
    }

    /// <summary>Starts a ledger.</summary>
    /// <exception cref="LexiconException">A knowledge file is broken.</exception>
    public LedgerBuilder(Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        _entities = new(lexicon, _pool);
        _events = new(_entities, _pool);
        _figures = new(_pool);
        _demands = new(_entities, _pool);
    }

    /// <summary>How many articles there are.</summary>
    public int Count => _articles.All.Count;

    /// <summary>Adds a record. One whose id is there already is passed over: the same file given twice is no second source.</summary>
    /// <exception cref="InvalidOperationException">The ledger is built already.</exception>
    public LedgerBuilder Add(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (_isBuilt)
            throw new InvalidOperationException("The ledger is built already: start another builder.");
        if (!_ids.Add(record.Id))
            return this;
        var article = _articles.Join(record);
        var words = new RecordWords(record);
        var numbers = _entities.Join(record);
        _events.Join(record, article, numbers);
        _quotes.Join(words, article, numbers);
        _figures.Join(words, article, numbers);
        _demands.Join(words, article, numbers);
        _positions.AddRange(PositionTelling.Of(words, article, numbers, _pool));
        return this;
    }

    /// <summary>Makes the ledger, as of a day, or of the last article's.</summary>
    public Ledger Build(DateOnly? asOf = null)
    {
        _isBuilt = true;
        _articles.ChooseOriginals();
        DateOnly? last = null;
        foreach (var article in _articles.All)
            if (article.Day is { } day && (last is null || day > last))
                last = day;
        var spells = new PositionBook(_entities).Spells(_positions);
        return new(_articles.All, _entities, _events.All, _quotes.All, _figures.All, spells, _demands.All, asOf ?? last);
    }
}
