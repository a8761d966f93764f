namespace Demarche.Export;

/// <summary>A column of the flat table of events.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Type">string, double or int.</param>
/// <param name="Value">Its value in a row.</param>
internal sealed record EventColumn(string Name, Type Type, Func<EventRow, object?> Value);

/// <summary>The columns of the flat table of events, in order; they are <see cref="EventRow"/>'s properties in snake_case.</summary>
internal static class EventColumns
{
    /// <summary>The columns.</summary>
    public static IReadOnlyList<EventColumn> All { get; } =
    [
        Text("article", row => row.Article), Text("event", row => row.Event), Text("key", row => row.Key), Text("date", row => row.Date),
        Text("published", row => row.Published), Text("publisher", row => row.Publisher), Text("headline", row => row.Headline), Text("uri", row => row.Uri),
        Text("type", row => row.Type), Text("modes", row => row.Modes), Text("contexts", row => row.Contexts), Text("cameo", row => row.Cameo),
        Count("quad", row => row.Quad), Number("score", row => row.Score), Number("goldstein", row => row.Goldstein), Text("status", row => row.Status),
        Text("actors", row => row.Actors), Text("actor_countries", row => row.ActorCountries), Text("actor_sectors", row => row.ActorSectors),
        Text("recipients", row => row.Recipients), Text("recipient_countries", row => row.RecipientCountries), Text("recipient_sectors", row => row.RecipientSectors),
        Text("reported_by", row => row.ReportedBy), Text("same_as", row => row.SameAs),
        Text("place", row => row.Place), Text("place_country", row => row.PlaceCountry), Number("lat", row => row.Lat), Number("lon", row => row.Lon),
        Number("killed", row => row.Killed), Number("injured", row => row.Injured), Number("arrested", row => row.Arrested),
        Text("trigger", row => row.Trigger), Text("words", row => row.Words), Count("sentence", row => row.Sentence), Count("begin", row => row.Begin), Count("end", row => row.End),
        Text("rule", row => row.Rule), Number("confidence", row => row.Confidence),
    ];

    private static EventColumn Text(string name, Func<EventRow, string?> value) => new(name, typeof(string), value);

    private static EventColumn Number(string name, Func<EventRow, double?> value) => new(name, typeof(double), row => value(row));

    private static EventColumn Count(string name, Func<EventRow, int?> value) => new(name, typeof(int), row => value(row));
}
