using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Demarche.Cli.Running;
using Demarche.Knowledge;
using Demarche.Reading;
using Demarche.Records;

namespace Demarche.Cli;

/// <summary>The options that all verbs share which read articles.</summary>
internal sealed class SharedOptions
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files and folders, or - for standard input: JSON Lines ({id, text|html, headline?, published?, uri?, publisher?, language?}), or one text, page or mail.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<DateOnly?> _published = new("--published")
    {
        Description = "The day of publication, as 2019-01-24; goes before what the page says.",
        HelpName = "DATE",
        CustomParser = Date,
    };

    private readonly Option<string?> _publisher = new("--publisher") { Description = "The publisher; goes before what the page says.", HelpName = "NAME" };

    private readonly Option<string?> _lexicon = new("--lexicon")
    {
        Description = "A folder of your own knowledge files, which win over the library's.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _asIs = new("--as-is") { Description = "Keep the text as it is given; take no furniture out." };

    private readonly Option<string?> _store = StoreOption.Create();
    private readonly Option<string?> _crisis = StoreOption.Crisis();

    /// <summary>Adds the options to a verb.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="withStore">Whether the verb may take its records from a store instead of paths.</param>
    public SharedOptions AddTo(Command command, bool withStore = false)
    {
        if (withStore)
        {
            _paths.Arity = ArgumentArity.ZeroOrMore;
            command.Add(_store);
            command.Add(_crisis);
        }
        command.Add(_paths);
        command.Add(_published);
        command.Add(_publisher);
        command.Add(_lexicon);
        command.Add(_asIs);
        return this;
    }

    /// <summary>The paths given.</summary>
    /// <exception cref="UsageException">One is an option that the verb does not have.</exception>
    public string[] Paths(ParseResult parsed)
    {
        var paths = parsed.GetValue(_paths) ?? [];
        foreach (var path in paths)
            if (path.StartsWith("--", StringComparison.Ordinal) && !File.Exists(path) && !Directory.Exists(path))
                throw new UsageException($"there is no option {path.Split('=')[0]} here.");
        return paths;
    }

    /// <summary>The records that a verb works on: a store's, or those of the paths.</summary>
    public IEnumerable<Outcome<Record>> Records(ParseResult parsed, IReadOnlyList<string> paths, bool isSlim = false)
    {
        if (parsed.GetValue(_store) is { } store)
            return paths.Count == 0 ? StoreRecords.Of(store, parsed.GetValue(_crisis)) : throw new UsageException("give either PATH or --store, not both: demarche add PATH --store FILE adds articles to a store.");
        return paths.Count > 0 ? RecordInputs.Open(paths, Reading(parsed), Environment.ProcessorCount, isSlim) : throw new UsageException("give files or folders, or --store FILE.");
    }

    /// <summary>What the records are from, in a word: the crisis, or the first path.</summary>
    public string Title(ParseResult parsed)
    {
        if (parsed.GetValue(_crisis) is { } crisis)
            return crisis;
        var paths = parsed.GetValue(_store) is { } store ? [store] : Paths(parsed);
        var name = Path.GetFileNameWithoutExtension(paths[0].TrimEnd('/', '\\'));
        return paths.Length > 1 || name.Length == 0 ? "Brief" : char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>How articles are read.</summary>
    public ReadingOptions Reading(ParseResult parsed) => new()
    {
        AsIs = parsed.GetValue(_asIs),
        Published = parsed.GetValue(_published),
        Publisher = parsed.GetValue(_publisher),
        Lexicon = LexiconOf(parsed.GetValue(_lexicon)),
    };

    /// <summary>The option alone, for verbs that read no articles.</summary>
    public static Option<string?> LexiconOption() => new("--lexicon") { Description = "A folder of your own knowledge files, which win over the library's.", HelpName = "DIR" };

    /// <summary>The knowledge files: the library's, and those of a folder.</summary>
    public static Lexicon LexiconOf(string? directory)
    {
        try
        {
            return directory is null ? Lexicon.Default : Lexicon.With(directory);
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new UsageException(missing.Message);
        }
    }

    /// <summary>A reader; a broken table is the user's to mend.</summary>
    public static ArticleReader ReaderOf(ReadingOptions options) => Loaded(() => new ArticleReader(options));

    /// <summary>A coder with all steps; a broken table is the user's to mend.</summary>
    public static Coder CoderOf(Lexicon lexicon) => Loaded(() => new CoderBuilder().UseLexicon(lexicon).AddAll().Build());

    internal static T Loaded<T>(Func<T> load)
    {
        try
        {
            return load();
        }
        catch (LexiconException broken)
        {
            throw new UsageException(broken.Message);
        }
    }

    internal static DateOnly? Date(ArgumentResult argument)
    {
        var word = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        argument.AddError($"'{word}' is no date: write it as 2019-01-24.");
        return null;
    }
}
