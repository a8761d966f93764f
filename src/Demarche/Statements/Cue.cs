namespace Demarche.Statements;

/// <summary>A word that tells that something is said or thought, and what it may take.</summary>
/// <param name="Frames">What it may take as content.</param>
/// <param name="Prepositions">Prepositions whose phrase may be the content: "warned of".</param>
internal sealed record Cue(CueFrames Frames, string[] Prepositions)
{
    /// <summary>Whether it may take any of the frames.</summary>
    public bool Takes(CueFrames any) => (Frames & any) != 0;

    /// <summary>Whether a phrase with the preposition may be the content.</summary>
    public bool TakesPreposition(string preposition)
    {
        foreach (var own in Prepositions)
            if (own == preposition)
                return true;
        return false;
    }

    /// <summary>What this and another row of the same word allow together.</summary>
    public Cue And(Cue other) => new(Frames | other.Frames, [.. Prepositions, .. other.Prepositions]);
}
