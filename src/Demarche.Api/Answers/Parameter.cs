namespace Demarche.Api.Answers;

/// <summary>What a value of the query is.</summary>
internal enum ParameterKind
{
    Text,
    Day,
    Whole,
    Number,
    Truth,

    /// <summary>May be given several times; one of them fits.</summary>
    List,

    /// <summary>Somebody's key, or a name that leads to one.</summary>
    Entity,
}

/// <summary>A value that an operation takes in its query: both what is accepted and what the OpenAPI file tells.</summary>
/// <param name="Name">Its name, snake_case.</param>
/// <param name="Kind">What it is.</param>
/// <param name="About">What it does, for people.</param>
/// <param name="Values">What it may be; null where anything of its kind may.</param>
internal sealed record Parameter(string Name, ParameterKind Kind, string About, IReadOnlyList<string>? Values = null)
{
    public static readonly Parameter Crisis = new("crisis", ParameterKind.Text, "The name of one of the store's crises.");
    public static readonly Parameter From = new("from", ParameterKind.Day, "The first day.");
    public static readonly Parameter Until = new("until", ParameterKind.Day, "The last day.");
    public static readonly Parameter AsOf = new("as_of", ParameterKind.Day, "The day that is \"now\"; the last article's where it is left out.");
    public static readonly Parameter Offset = new("offset", ParameterKind.Whole, "How many entries to pass over.");
    public static readonly Parameter Limit = new("limit", ParameterKind.Whole, "How many entries to give, 1 to 1000; 50 where it is left out.");
    public static readonly Parameter Article = new("article", ParameterKind.Text, "The id of an article.");
}
