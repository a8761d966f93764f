using Demarche.Entities;
using Demarche.Events.Grammar;

namespace Demarche.Events.Matching;

/// <summary>
/// Takes out of a match whom a careful reader would leave out: things and places that nothing is said to ("the reason that he refuses"), one's own town
/// ("deplored the unrest in Leeds"), the troops of a manoeuvre or of a withdrawal. Better nobody than somebody wrong.
/// </summary>
internal static class Sides
{
    public static void Clean(Match match)
    {
        if (match.Recipients.Count == 0)
            return;
        var type = match.Pattern.Rule.Type;
        match.Recipients.RemoveAll(other => (match.RecipientFound != Found.Head && IsThing(other)) || (IsVerbal(type) && match.RecipientFound is Found.Place or Found.Far && IsPlaceAtHome(other, match.Actors)) || (type == EventType.Mobilize && match.RecipientFound is Found.Inside or Found.Far && IsOwnForce(other))
            || (type == EventType.Retreat && match.Pattern.Rule.Modes.Contains("withdraw") && IsOwnForce(other)));
    }

    /// <summary>Whether somebody only travels at home: a candidate's tour is no visit.</summary>
    public static bool IsAtHome(Match match) =>
        match.Pattern.Rule.Modes.Contains("visit") && match.Recipients.Count > 0 && match.Recipients.TrueForAll(other => other.Country is not null && IsPlaceAtHome(other, match.Actors));

    private static bool IsVerbal(EventType type) =>
        type is EventType.Accuse or EventType.Reject or EventType.Request or EventType.Threaten or EventType.Support or EventType.Agree;

    private static bool IsThing(Entity entity) => 
        entity is { Kind: EntityKind.Unknown, Country: null, Sectors.IsEmpty: true } && !entity.Mentions.Any(mention => mention.Form == MentionForm.Name);

    private static bool IsPlaceAtHome(Entity entity, List<Entity> actors) =>
        entity.Kind == EntityKind.Place && (entity.Country is null || actors.Exists(actor => actor.Country == entity.Country)) && actors.Exists(actor => actor.Country is not null);

    private static bool IsOwnForce(Entity entity) => entity is { Kind: EntityKind.Group or EntityKind.Unknown, Country: null } && entity.Sectors.Contains("MIL");
}
