namespace Demarche.Briefs;

/// <summary>What a record, or several, come to, for somebody who has not read the articles. Every line names its source.</summary>
/// <param name="Title">The headline, or the folder's name.</param>
/// <param name="Date">The day or days, EDTF; null where unknown.</param>
/// <param name="Source">Publisher and authors, or the number of articles.</param>
/// <param name="Sections">The parts that have lines, in order.</param>
public sealed record Brief(string Title, string? Date, string? Source, IReadOnlyList<BriefSection> Sections);

/// <summary>A part of a brief.</summary>
/// <param name="Key">A name for programs: happened, possible, positions, statements, demands, figures, contested.</param>
/// <param name="Title">A heading.</param>
/// <param name="Lines">The lines.</param>
public sealed record BriefSection(string Key, string Title, IReadOnlyList<BriefLine> Lines)
{
    /// <summary>Whether its lines begin with their dates.</summary>
    public bool ShowsDates => Key is "happened" or "possible" or "positions" or "changed";
}

/// <summary>One thing that the record holds.</summary>
/// <param name="Date">When, EDTF; null where that says nothing.</param>
/// <param name="Text">The thing in plain words.</param>
/// <param name="Article">The id of the article.</param>
/// <param name="Sentence">The number of the sentence in the article, from 1.</param>
/// <param name="Quote">The words that it was read from.</param>
/// <param name="Id">The entry's id in its record.</param>
/// <param name="Coded">What the coder made of the words, such as "Cuba rebuffs Peru"; null where the text says that itself.</param>
public sealed record BriefLine(string? Date, string Text, string Article, int Sentence, string Quote, string Id, string? Coded = null);
