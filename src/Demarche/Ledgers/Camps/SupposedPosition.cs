namespace Demarche.Ledgers.Camps;

/// <summary>A position that nobody has told of, for the question what would change.</summary>
/// <param name="Holder">Who would hold it.</param>
/// <param name="Stance">recognizes, does_not_recognize, supports, opposes or neutral.</param>
/// <param name="Toward">Toward whom.</param>
public sealed record SupposedPosition(LedgerEntity Holder, string Stance, LedgerEntity Toward)
{
    private static readonly (string Words, string Stance)[] Verbs =
    [
        (" does not recognize ", "does_not_recognize"), (" no longer recognizes ", "does_not_recognize"), (" recognizes ", "recognizes"), (" supports ", "supports"),
        (" backs ", "supports"), (" opposes ", "opposes"), (" turns against ", "opposes"), (" is neutral toward ", "neutral"),
    ];

    /// <summary>Reads "A supports B"; says what is wrong where it cannot.</summary>
    /// <param name="ledger">The ledger that knows the two.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="problem">What is wrong with it; null where nothing is.</param>
    public static SupposedPosition? Read(Ledger ledger, string sentence, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(sentence);
        problem = null;
        foreach (var (words, stance) in Verbs)
        {
            var at = sentence.IndexOf(words, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            var (holder, toward) = (sentence[..at].Trim(), sentence[(at + words.Length)..].Trim().TrimEnd('.'));
            var (one, other) = (ledger.Joined.Named(holder), ledger.Joined.Named(toward));
            if (one is null || other is null)
                problem = $"the articles tell of nobody named '{(one is null ? holder : toward)}'";
            else if (one == other)
                problem = "the two names stand for the same actor";
            return problem is null ? new(ledger.Entity(one!.Id)!, stance, ledger.Entity(other!.Id)!) : null;
        }
        problem = "no verb is known in it: write 'A supports B', with recognizes, does not recognize, supports, opposes or is neutral toward";
        return null;
    }
}
