namespace Demarche.Cli;

/// <summary>What the program's exit status says.</summary>
internal static class ExitCode
{
    /// <summary>All was read.</summary>
    public const int Ok = 0;

    /// <summary>Some articles failed; each is named on standard error.</summary>
    public const int Failures = 1;

    /// <summary>The command cannot be carried out as it was given.</summary>
    public const int Usage = 2;
}

/// <summary>The command cannot be carried out as it was given; the message says why and what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
