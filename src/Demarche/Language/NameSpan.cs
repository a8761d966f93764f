namespace Demarche.Language;

/// <summary>What a name names.</summary>
public enum NameType : byte
{
    /// <summary>A human being.</summary>
    Person,
    /// <summary>An institution, company, party, armed group, team.</summary>
    Organization,
    /// <summary>A state, city, region, river, building.</summary>
    Place,
    /// <summary>A nationality, religious or political group ("Russian", "Democrats").</summary>
    Group,
    /// <summary>A named event ("World War II").</summary>
    Event,
    /// <summary>A work, law, product or anything else that bears a name.</summary>
    Work,
}

/// <summary>A name in a sentence.</summary>
/// <param name="First">The first token's number.</param>
/// <param name="Last">The last token's number, inclusive.</param>
/// <param name="Type">What it names.</param>
public readonly record struct NameSpan(int First, int Last, NameType Type);
