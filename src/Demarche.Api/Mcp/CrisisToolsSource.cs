namespace Demarche.Api.Mcp;

/// <summary>Where the tools take their coder from: it is made when the first text is coded.</summary>
/// <param name="Coder">Gives the coder.</param>
internal sealed record CrisisToolsSource(Func<Coder> Coder);
