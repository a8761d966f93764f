namespace Demarche.Store;

/// <summary>A file that is no store, or one that cannot be used; the message says what to do.</summary>
public sealed class StoreException : Exception
{
    /// <summary>A problem and what to do.</summary>
    public StoreException(string message) : base(message)
    {
    }

    /// <summary>A problem, what to do, and what brought it to light.</summary>
    public StoreException(string message, Exception inner) : base(message, inner)
    {
    }
}
