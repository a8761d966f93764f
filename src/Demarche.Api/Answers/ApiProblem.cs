namespace Demarche.Api.Answers;

/// <summary>A request that cannot be answered: told to the caller as problem details (RFC 9457).</summary>
internal sealed class ApiProblem(int status, string detail) : Exception(detail)
{
    public int Status { get; } = status;
}
