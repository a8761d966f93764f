namespace Demarche.Events;

/// <summary>An event's quad class and its place on PLOVER's and Goldstein's scales.</summary>
/// <param name="Quad">1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</param>
/// <param name="Score">PLOVER's score, −10 to 10.</param>
/// <param name="Goldstein">Goldstein's (1992) scale by CAMEO code, −10 to 10.</param>
public readonly record struct EventScale(int Quad, double Score, double? Goldstein);

/// <summary>Scales of events.</summary>
public static class EventScales
{
    /// <summary>The scale of an event.</summary>
    public static EventScale Of(Event item) => new((int)item.Type switch { <= 3 => 1, <= 6 => 2, <= 10 => 3, _ => 4 }, 0, null);
}
