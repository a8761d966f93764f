using Demarche.Knowledge;

namespace Demarche.Desk.Wording;

/// <summary>Codes of states as names.</summary>
internal static class Countries
{
    private static readonly Lazy<States> Table = new(() => States.Load(Lexicon.Default));

    public static string Name(string code) => Table.Value.ByCode(code)?.Name ?? code;

    public static IReadOnlyList<State> All => Table.Value.All;
}
