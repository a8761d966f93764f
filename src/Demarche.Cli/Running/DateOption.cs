using System.CommandLine;
using System.Globalization;

namespace Demarche.Cli.Running;

/// <summary>Options that hold a day.</summary>
internal static class DateOption
{
    /// <summary>An option that holds a day as 2019-01-24.</summary>
    public static Option<DateOnly?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = argument =>
        {
            var word = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
            if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return date;
            argument.AddError($"{name} holds '{word}', which is no date: write it as 2019-01-24.");
            return null;
        },
    };
}
