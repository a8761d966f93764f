using System.Collections.Concurrent;

namespace Demarche.Store.Queries;

/// <summary>Answers that take long to work out, kept until anything in the store changes; those who ask at once wait for one to work it out.</summary>
internal sealed class ViewCache
{
    private const int Most = 400;
    private readonly ConcurrentDictionary<(long Revision, string View, object Question), Lazy<object>> _answers = new();

    /// <summary>The answer to a question as of the moment that is read.</summary>
    public T Get<T>(Lookup look, string view, object question, Func<T> answer)
        where T : class
    {
        if (_answers.Count > Most)
            _answers.Clear();
        var key = (look.Revision, view, question);
        try
        {
            return (T)_answers.GetOrAdd(key, _ => new(answer)).Value;
        }
        catch
        {
            _answers.TryRemove(key, out _);
            throw;
        }
    }
}
