using System.Collections.Immutable;

namespace Demarche.Events.RuleLanguage;

/// <summary>A rule: what its patterns give.</summary>
/// <param name="Id">Its id: "request.urge".</param>
/// <param name="Type">The event's type.</param>
/// <param name="Modes">PLOVER modes.</param>
/// <param name="Contexts">PLOVER contexts.</param>
/// <param name="Cameo">CAMEO code.</param>
/// <param name="Confidence">How often it is right, 0 to 1, where all parties are found.</param>
/// <param name="Also">A second type that the same words give (a conviction that jails).</param>
/// <param name="Near">Lemmas one of which the sentence must have; null for none.</param>
/// <param name="Without">Lemmas none of which the sentence may have; null for none.</param>
/// <param name="Actor">What one who acts must be; null for anybody.</param>
/// <param name="Recipient">What one who is acted on must be; null for anybody or nobody.</param>
/// <param name="Party">What one of both sides must be; null for anybody.</param>
/// <param name="Priority">Added to the weight of the rule's patterns.</param>
/// <param name="AgentFromPlace">Whether in a passive without an agent the state where it happens stands for who acts.</param>
/// <param name="Blocks">Whether its words are no event, and keep other rules away.</param>
/// <param name="Origin">The file, for messages.</param>
/// <param name="Line">Its line in the file.</param>
internal sealed record EventRule(
    string Id, EventType Type, ImmutableArray<string> Modes, ImmutableArray<string> Contexts, string? Cameo, double Confidence,
    (EventType Type, ImmutableArray<string> Modes)? Also, HashSet<string>? Near, HashSet<string>? Without, PartyTest? Actor, PartyTest? Recipient, PartyTest? Party, int Priority, bool AgentFromPlace, bool Blocks, string Origin, int Line);

/// <summary>A sentence and the event that a rule must read in it.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Expected">The event: <c>TYPE actor, actor &gt; recipient (status)</c>; <c>none</c> where there must be none.</param>
/// <param name="Origin">The file.</param>
/// <param name="Line">The line.</param>
internal sealed record RuleExample(string Rule, string Sentence, string Expected, string Origin, int Line);
