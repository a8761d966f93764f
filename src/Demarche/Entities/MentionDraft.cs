using Demarche.Language;

namespace Demarche.Entities;

/// <summary>A mention before it is known whose it is.</summary>
internal sealed class MentionDraft
{
    public required int Sentence { get; init; }
    public required int First { get; set; }
    public required int Last { get; set; }
    public required int Head { get; init; }
    public required MentionForm Form { get; init; }

    /// <summary>What the tables say of the words.</summary>
    public ActorAnswer Answer { get; set; } = ActorAnswer.None;

    /// <summary>What the language engine takes a name for.</summary>
    public NameType? NameType { get; init; }

    /// <summary>The name or description without article, as compared with others.</summary>
    public required string Key { get; init; }

    /// <summary>The head noun's lemma, for nominal mentions.</summary>
    public string Lemma { get; init; } = "";

    public bool IsPlural { get; init; }

    /// <summary>Whether the words point back: "the", "that", "this", "his".</summary>
    public bool IsDefinite { get; init; }

    /// <summary>
    /// Where "his country's" stands before a body that many states have: the pronoun's token, or -1 where it is "the country's". The body is that state's,
    /// whatever state the tables think of first.
    /// </summary>
    public int? CountryOwner { get; init; }

    /// <summary>The country whose body it is, where its own words do not tell it: "the army".</summary>
    public string? StateOwner { get; set; }

    /// <summary>m, f or u, from a title, a given name or the tables.</summary>
    public char Gender { get; set; } = 'u';

    /// <summary>The name that these words describe, or that describes them ("Pompeo, the secretary of state").</summary>
    public MentionDraft? SameAs { get; set; }

    /// <summary>The chain that the mention was put into.</summary>
    public Chain? Chain { get; set; }
}
