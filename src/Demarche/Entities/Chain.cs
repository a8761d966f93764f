using Demarche.Language;

namespace Demarche.Entities;

/// <summary>The mentions that stand for one entity, while they are gathered.</summary>
internal sealed class Chain
{
    public List<MentionDraft> Mentions { get; } = [];

    /// <summary>What is known from the tables and the article's own words.</summary>
    public ActorAnswer Answer { get; set; } = ActorAnswer.None;

    public List<Role> Roles { get; } = [];

    public char Gender { get; set; } = 'u';

    public bool IsPlural { get; set; }

    public EntityKind Kind { get; set; }

    /// <summary>The longest name in the article, for what the tables do not know.</summary>
    public string? LongestName { get; set; }

    /// <summary>The last name's words, as compared.</summary>
    public string? NameKey { get; set; }

    public MentionDraft Latest => Mentions[^1];

    public bool IsPerson => Kind == EntityKind.Person;

    public void Add(MentionDraft mention)
    {
        mention.Chain = this;
        Mentions.Add(mention);
        if (Gender == 'u')
            Gender = mention.Gender;
        if (mention.Form == MentionForm.Name && mention.NameType is not null && (NameKey is null || mention.Key.Length > NameKey.Length))
            NameKey = mention.Key;
    }

    /// <summary>Takes up all that another chain has.</summary>
    public void TakeOver(Chain other)
    {
        foreach (var mention in other.Mentions)
            Add(mention);
        Learn(other.Answer);
        foreach (var role in other.Roles)
            if (!Roles.Contains(role))
                Roles.Add(role);
        Mentions.Sort((one, two) => one.Sentence != two.Sentence ? one.Sentence.CompareTo(two.Sentence) : one.First.CompareTo(two.First));
    }

    /// <summary>Takes up what a mention's own words tell: what is known already stays, roles add up.</summary>
    public void Learn(ActorAnswer told)
    {
        if (Answer.Key is null && (told.Key is not null || Answer.Country is null && Answer.Sectors.Count == 0))
            Answer = told with
            {
                Country = told.Country ?? Answer.Country,
                Sectors = told.Sectors.Count > 0 ? told.Sectors : Answer.Sectors,
                Name = told.Name ?? Answer.Name,
            };
        else if (Answer.Key is null)
            Answer = Answer with { Country = Answer.Country ?? told.Country, Sectors = Answer.Sectors.Count > 0 ? Answer.Sectors : told.Sectors };
        if (told.Role is { } role && !Roles.Exists(known => known.Title == role.Title || known.Office is not null && known.Office == role.Office))
            Roles.Add(role);
        if (Kind == EntityKind.Unknown)
            Kind = told.Kind;
        if (Gender == 'u')
            Gender = told.Gender;
        IsPlural |= told.IsPlural;
    }
}
