namespace Demarche.Statements;

/// <summary>What a cue may take as its content.</summary>
[Flags]
internal enum CueFrames
{
    None = 0,
    /// <summary>It may bring in words in quotation marks.</summary>
    Quote = 1 << 0,
    /// <summary>A clause: "said that", "asked whether".</summary>
    That = 1 << 1,
    /// <summary>An infinitive: "pledged to".</summary>
    To = 1 << 2,
    /// <summary>Object and infinitive together: "urged the parties to".</summary>
    ObjectTo = 1 << 3,
    /// <summary>The infinitive; the object is told: "told them to".</summary>
    TellTo = 1 << 4,
    /// <summary>A noun phrase: "condemned the test".</summary>
    Object = 1 << 5,
    /// <summary>An object and what it is called: "called the vote a farce".</summary>
    Complement = 1 << 6,
    /// <summary>An object and an "of" phrase: "accused them of".</summary>
    ObjectOf = 1 << 7,
    /// <summary>An object and an "as" phrase: "described them as".</summary>
    As = 1 << 8,
    /// <summary>Only the passive is a cue: "is believed to".</summary>
    Passive = 1 << 9,
    /// <summary>Lengthens the cue after it: "tried to argue".</summary>
    Chain = 1 << 10,
    /// <summary>Before another cue it says that nothing was said: "declined to say".</summary>
    Denies = 1 << 11,
    /// <summary>The object is told, the clause behind it is the content: "warned them that".</summary>
    Told = 1 << 12,
}
