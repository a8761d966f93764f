using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Demarche.Knowledge;

/// <summary>
/// The knowledge files: those embedded in the library, then those of a user's folder, which has the same paths and wins.
/// Immutable.
/// </summary>
public sealed class Lexicon
{
    private static readonly Assembly Library = typeof(Lexicon).Assembly;
    private static readonly string[] AllNames = Sorted(Library.GetManifestResourceNames());
    private readonly string? _directory;
    private readonly Lazy<string> _hash;
    private readonly ConcurrentDictionary<Type, Lazy<object>> _loaded = [];

    private Lexicon(string? directory)
    {
        _directory = directory;
        _hash = new(ComputeHash);
    }

    /// <summary>The library's own files alone.</summary>
    public static Lexicon Default { get; } = new(null);

    /// <summary>The library's own files and those of a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public static Lexicon With(string directory) =>
        Directory.Exists(directory) ? new(directory) : throw new DirectoryNotFoundException($"There is no lexicon folder '{directory}'.");

    /// <summary>Whether a user's folder is among the files.</summary>
    public bool HasUsers => _directory is not null;

    /// <summary>A hash of all files' content, for <c>coder.lexicon</c> of the record.</summary>
    public string Hash => _hash.Value;

    /// <summary>The text files whose path begins with <paramref name="prefix"/> and ends with <paramref name="extension"/>, the library's first.</summary>
    /// <param name="prefix">The path's beginning.</param>
    /// <param name="extension">The path's end, with its dot.</param>
    /// <param name="usersOnly">Whether the library's own are left out.</param>
    public IEnumerable<LexiconFile> Files(string prefix, string extension, bool usersOnly = false)
    {
        foreach (var name in usersOnly ? [] : Names(prefix, extension))
            yield return new(name, Model(name));
        if (_directory is null)
            yield break;
        var users = Directory.EnumerateFiles(_directory, "*" + extension, SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(_directory, path).Replace('\\', '/')))
            .Where(file => file.Name.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        foreach (var (path, name) in users)
            yield return new(name, path, true, File.ReadAllText(path));
    }

    /// <summary>The rows of every table whose path begins with <paramref name="prefix"/>, the library's first.</summary>
    public IEnumerable<TsvRow> Rows(string prefix) => Files(prefix, ".tsv").SelectMany(TsvTable.Read);

    /// <summary>What is made of the files, once for all who ask: steps share their tables.</summary>
    internal T Once<T>(Func<Lexicon, T> load) where T : class =>
        (T)_loaded.GetOrAdd(typeof(T), static (_, load) => new Lazy<object>(() => load.Load(load.Lexicon)), (Lexicon: this, Load: load)).Value;

    /// <summary>A model that ships with the library, as a stream over memory.</summary>
    /// <exception cref="FileNotFoundException">The library has no such file.</exception>
    public static UnmanagedMemoryStream Model(string path) =>
        Library.GetManifestResourceStream(path) as UnmanagedMemoryStream
        ?? throw new FileNotFoundException($"The library was built without the model '{path}'.");

    private static IEnumerable<string> Names(string prefix, string extension)
    {
        var at = Array.BinarySearch(AllNames, prefix, StringComparer.Ordinal);
        for (at = at < 0 ? ~at : at; at < AllNames.Length && AllNames[at].StartsWith(prefix, StringComparison.Ordinal); at++)
            if (AllNames[at].EndsWith(extension, StringComparison.Ordinal))
                yield return AllNames[at];
    }

    private static string[] Sorted(string[] names)
    {
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }

    private string ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files("", ".tsv").Concat(Files("", ".rules")))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Path + "\n"));
            hash.AppendData(file.Bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
