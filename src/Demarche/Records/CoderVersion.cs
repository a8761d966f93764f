using System.Reflection;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Records;

/// <summary>What made a record.</summary>
/// <param name="Version">The library's version.</param>
/// <param name="Models">The language models' hash.</param>
/// <param name="Lexicon">The knowledge files' hash.</param>
public sealed record CoderVersion(string Version, string Models, string Lexicon)
{
    internal static CoderVersion Of(Lexicon lexicon)
    {
        var version = typeof(CoderVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        var plus = version.IndexOf('+', StringComparison.Ordinal);
        return new(plus < 0 ? version : version[..plus], LanguageModels.Shipped.Hash, lexicon.Hash);
    }
}
