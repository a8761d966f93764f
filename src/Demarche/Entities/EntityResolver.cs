using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Entities;

/// <summary>
/// Finds the words that stand for somebody, and resolves whom they stand for, as of the article's date: tables first, the
/// article's own titles and appositions on top of them, then descriptions and pronouns.
/// </summary>
public sealed class EntityResolver : IStep
{
    private readonly KnowledgeBase _knowledge;
    private readonly MentionFinder _finder;
    private readonly SpeakerMentions _speakers;
    private readonly Corrections _corrections;
    private readonly BodyNouns _bodies;
    private readonly StateBodies _states;
    private readonly Seats _seats;

    private EntityResolver(KnowledgeBase knowledge, SpeakerMentions speakers, Corrections corrections, BodyNouns bodies, StateBodies states, Seats seats)
    {
        _states = states;
        _seats = seats;
        _corrections = corrections;
        _bodies = bodies;
        _knowledge = knowledge;
        _speakers = speakers;
        _finder = new(knowledge, new(knowledge));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences, Layers.Statements, Layers.Places];

    /// <inheritdoc/>
    public Layer Gives => Layers.Entities;

    /// <summary>Loads the step's knowledge.</summary>
    /// <exception cref="LexiconException">A knowledge file is broken.</exception>
    public static EntityResolver Load(Lexicon lexicon)
    {
        var knowledge = KnowledgeBase.Load(lexicon);
        return new(knowledge, SpeakerMentions.Load(lexicon), Corrections.Load(lexicon), BodyNouns.Load(lexicon), StateBodies.Load(lexicon), Seats.Load(knowledge, lexicon));
    }

    /// <inheritdoc/>
    public void Run(Document document)
    {
        var sentences = document.Get(Layers.Sentences);
        var places = document.Get(Layers.Places);
        List<List<MentionDraft>> found = new(sentences.Count);
        for (var i = 0; i < sentences.Count; i++)
            found.Add(_finder.Find(sentences[i], i, KeyedWords.Of(sentences[i]), document.Article.Source.Published, places));
        MissedNames.Add(sentences, _knowledge, found);
        RepeatedNames.Add(sentences, found);
        _speakers.Add(sentences, document.Get(Layers.Statements), found);
        var mentions = found.SelectMany(list => list).ToList();
        var builder = new ChainBuilder(_knowledge, _corrections, _bodies, _states, _seats, document, StoryCountry.Of(document, mentions));
        builder.Run(mentions);
        var number = 0;
        Dictionary<TokenRef, Chain> byHead = [];
        foreach (var chain in builder.Chains)
            foreach (var mention in chain.Mentions)
                byHead.TryAdd(new(mention.Sentence, mention.Head), chain);
        document.Add(Layers.Entities, new EntityLayer(
        [
            .. builder.Chains.Where(chain => chain.Mentions.Count > 0)
                .OrderBy(chain => chain.Mentions[0].Sentence).ThenBy(chain => chain.Mentions[0].First)
                .Select(chain => ToEntity(chain, byHead, document, "n" + (++number).ToString(CultureInfo.InvariantCulture))),
        ]));
    }

    private Entity ToEntity(Chain chain, Dictionary<TokenRef, Chain> byHead, Document document, string id)
    {
        var sentences = document.Get(Layers.Sentences);
        var mentions = chain.Mentions.Select(mention => new Mention(
            sentences[mention.Sentence].SpanOf(mention.First, mention.Last), mention.Sentence, mention.First, mention.Last, mention.Head, mention.Form))
            .ToImmutableArray();
        var isFormer = chain.Roles.Count > 0 && chain.Roles.Exists(role => role.Status == RoleStatus.Former);
        return new()
        {
            Id = id,
            Name = chain.Answer.Name ?? Owned(BestName(mentions, byHead, document, withOwner: true), chain, document),
            Kind = chain.Kind,
            Country = chain.Answer.Country,
            Sectors = [.. chain.Answer.Sectors],
            Roles = [.. chain.Roles],
            Contested = chain.Roles.Exists(role => role.Office is { } office && IsContested(office, document.Article.Source.Published)),
            PlaceId = chain.Kind is EntityKind.Place or EntityKind.State ? PlaceOf(mentions, document) : null,
            Wikidata = chain.Answer.Wikidata,
            Mentions = mentions,
            Why = isFormer ? chain.Answer.Why + " (former)" : chain.Answer.Why,
        };
    }

    // "the army" is named "Sudan's army" where no mention says whose it is.
    private string Owned(string name, Chain chain, Document document)
    {
        if (chain.Mentions.Find(mention => mention.StateOwner is not null) is not { StateOwner: { } owner }
            || !chain.Mentions.TrueForAll(mention => mention.StateOwner is not null || mention.Form == MentionForm.Pronoun || mention.First == mention.Last || name.EndsWith(mention.Lemma, StringComparison.OrdinalIgnoreCase))
            || _knowledge.States.ByCode(owner, document.Article.Source.Published) is not { } state)
            return name;
        var starts = chain.NameKey is null && !name.Skip(1).Any(char.IsUpper) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
        return $"{state.Name}{(state.Name.EndsWith('s') ? "'" : "'s")} {starts}";
    }

    private bool IsContested(string office, DateOnly? date) =>
        _knowledge.People.Holders(office, date).Select(held => held.Person).Distinct().Skip(1).Any()
        && _knowledge.People.Holders(office, date).Any(held => held.Tenure.Status == RoleStatus.Claimed);

    private static string? PlaceOf(ImmutableArray<Mention> mentions, Document document)
    {
        foreach (var place in document.Get(Layers.Places).All)
            foreach (var mention in mentions)
                if (mention.Span == place.Span)
                    return place.Id;
        return null;
    }

    /// <summary>The longest name, else the first description, without its article.</summary>
    private static string BestName(ImmutableArray<Mention> mentions, Dictionary<TokenRef, Chain> byHead, Document document, bool withOwner)
    {
        var best = mentions.Where(mention => mention.Form == MentionForm.Name).MaxBy(mention => mention.Span.Length)
            ?? mentions.FirstOrDefault(mention => mention.Form != MentionForm.Pronoun) ?? mentions[0];
        var words = best.Span.In(document.Text);
        if (withOwner && best.Form == MentionForm.Nominal && OwnerOf(best, byHead, document) is { } owner)
            return $"{words[(words.IndexOf(' ', StringComparison.Ordinal) + 1)..]} of {owner}";
        foreach (var article in (ReadOnlySpan<string>)["the ", "The ", "a ", "A ", "an ", "An "])
            if (words.StartsWith(article, StringComparison.Ordinal))
                return words[article.Length..];
        return words;
    }

    // "his troops" are named by whose they are: "troops of Nicolás Maduro".
    private static string? OwnerOf(Mention mention, Dictionary<TokenRef, Chain> byHead, Document document)
    {
        if (mention.First == mention.Head || document.Get(Layers.Sentences)[mention.Sentence][mention.First] is not { Upos: Upos.PRON, Relation: Deprel.nmod_poss }
            || !byHead.TryGetValue(new(mention.Sentence, mention.First), out var owner) || owner.Mentions.Exists(other => other.Sentence == mention.Sentence && other.Head == mention.Head))
            return null;
        if (owner.Answer.Name is { } known)
            return known;
        var sentences = document.Get(Layers.Sentences);
        return owner.NameKey is null ? null : BestName(
            [.. owner.Mentions.Select(own => new Mention(sentences[own.Sentence].SpanOf(own.First, own.Last), own.Sentence, own.First, own.Last, own.Head, own.Form))], byHead, document, withOwner: false);
    }
}
