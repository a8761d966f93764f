namespace Demarche.Entities.Phrases;

/// <summary>What a part of a phrase is.</summary>
internal enum PartKind : byte
{
    /// <summary>A word that the tables do not know.</summary>
    Word,
    /// <summary>Words with capital letters that the tables do not know, side by side.</summary>
    Name,
    /// <summary>A state's name, adjective, people, capital or seat.</summary>
    State,
    /// <summary>An organization.</summary>
    Organization,
    /// <summary>A person's full name.</summary>
    Person,
    /// <summary>A role noun.</summary>
    Role,
    /// <summary>A title that is no role noun.</summary>
    Title,
    /// <summary>A town or region.</summary>
    Place,
}
