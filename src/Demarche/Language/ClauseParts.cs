namespace Demarche.Language;

/// <summary>Each token's subject, object and function words, looked up once a sentence. Reused by a thread.</summary>
internal sealed class ClauseParts
{
    private int[] _subjects = [], _objects = [], _addressees = [], _obliques = [];
    private ClauseFlags[] _flags = [];

    [Flags]
    private enum ClauseFlags : ushort
    {
        None = 0,
        Passive = 1,
        Copula = 2,
        Auxiliary = 4,
        Mark = 8,
        MarkTo = 16,
        By = 32,
        Expletive = 64,
        Predicate = 128,
        RelativeAdverb = 256,
        Toward = 512,
    }

    private int[] _rightmost = [];

    /// <summary>Room for the links that are being found.</summary>
    public List<EnhancedArc> Arcs { get; } = [];

    public void Fill(ReadOnlySpan<Token> tokens)
    {
        if (_subjects.Length < tokens.Length)
        {
            var capacity = Math.Max(64, tokens.Length * 3 / 2);
            _subjects = new int[capacity];
            _objects = new int[capacity];
            _addressees = new int[capacity];
            _obliques = new int[capacity];
            _rightmost = new int[capacity];
            _flags = new ClauseFlags[capacity];
        }
        _subjects.AsSpan(0, tokens.Length).Fill(-1);
        _objects.AsSpan(0, tokens.Length).Fill(-1);
        _addressees.AsSpan(0, tokens.Length).Fill(-1);
        _obliques.AsSpan(0, tokens.Length).Fill(-1);
        _rightmost.AsSpan(0, tokens.Length).Fill(int.MaxValue);
        _flags.AsSpan(0, tokens.Length).Clear();
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Upos is Upos.VERB)
                _flags[i] |= ClauseFlags.Predicate;
            if (token.Head >= 0)
                Note(token, i, tokens[token.Head]);
        }
    }

    public int Subject(int verb) => _subjects[verb];

    public int Object(int verb) => _objects[verb];

    /// <summary>Who an infinitive after the verb is asked of: the indirect object, the object, or what "on" or "to" leads to; -1 if there is none.</summary>
    public int Addressee(int verb) => _addressees[verb] >= 0 ? _addressees[verb] : _objects[verb] >= 0 ? _objects[verb] : _obliques[verb];

    public bool IsPassive(int verb) => Has(verb, ClauseFlags.Passive);

    public bool HasCopula(int at) => Has(at, ClauseFlags.Copula);

    public bool HasAuxiliary(int verb) => Has(verb, ClauseFlags.Auxiliary);

    public bool HasMark(int verb) => Has(verb, ClauseFlags.Mark);

    public bool MarkIsTo(int verb) => Has(verb, ClauseFlags.MarkTo);

    public bool CaseIsBy(int at) => Has(at, ClauseFlags.By);

    public bool HasExpletive(int verb) => Has(verb, ClauseFlags.Expletive);

    /// <summary>Whether the token heads a clause: a verb, or something with a copula or a subject.</summary>
    public bool IsPredicate(int at) => Has(at, ClauseFlags.Predicate);

    public bool HasRelativeAdverb(int verb) => Has(verb, ClauseFlags.RelativeAdverb);

    /// <summary>Whether a complement or modifier stands between the verb and its conjunct.</summary>
    public bool HasRightDependent(int verb, int conjunct) => _rightmost[verb] < conjunct;

    private bool Has(int at, ClauseFlags flag) => (_flags[at] & flag) != 0;

    private void Note(in Token token, int at, in Token head)
    {
        ref var flags = ref _flags[token.Head];
        switch (token.Relation)
        {
            case Deprel.nsubj or Deprel.nsubj_pass or Deprel.csubj or Deprel.csubj_pass:
                if (_subjects[token.Head] < 0)
                    _subjects[token.Head] = at;
                flags |= ClauseFlags.Predicate | (token.Relation is Deprel.nsubj_pass or Deprel.csubj_pass ? ClauseFlags.Passive : 0);
                break;
            case Deprel.obj:
                _objects[token.Head] = at;
                break;
            case Deprel.iobj:
                _addressees[token.Head] = at;
                break;
            case Deprel.obl when Has(at, ClauseFlags.Toward):
                _obliques[token.Head] = at;
                break;
            case Deprel.aux_pass:
                flags |= ClauseFlags.Passive | ClauseFlags.Auxiliary;
                break;
            case Deprel.aux:
                flags |= ClauseFlags.Auxiliary;
                break;
            case Deprel.cop:
                flags |= ClauseFlags.Copula | ClauseFlags.Predicate;
                break;
            case Deprel.mark:
                flags |= ClauseFlags.Mark | (token.Xpos == "TO" ? ClauseFlags.MarkTo : 0);
                break;
            case Deprel.@case:
                flags |= token.Lemma switch { "by" => ClauseFlags.By, "on" or "to" or "upon" or "with" => ClauseFlags.Toward, _ => 0 };
                break;
            case Deprel.expl:
                flags |= ClauseFlags.Expletive;
                break;
            case Deprel.advmod when token.Xpos == "WRB":
                flags |= ClauseFlags.RelativeAdverb;
                break;
        }
        if (at > token.Head && token.Relation is not (Deprel.cc or Deprel.conj or Deprel.punct or Deprel.advmod) && head.Upos == Upos.VERB)
            _rightmost[token.Head] = Math.Min(_rightmost[token.Head], at);
    }
}
