namespace Demarche.Desk.Exports;

/// <summary>Lines of CSV.</summary>
internal static class Csv
{
    public static string Line(params ReadOnlySpan<string?> fields)
    {
        var line = new System.Text.StringBuilder();
        var isFirst = true;
        foreach (var field in fields)
        {
            line.Append(isFirst ? "" : ",").Append(Field(field ?? ""));
            isFirst = false;
        }
        return line.Append("\r\n").ToString();
    }

    // Spreadsheets run what begins with these signs: an apostrophe before it keeps it text.
    private static string Field(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '@' or '\t' or '\r' || (text.Length > 1 && text[0] is '+' or '-' && !char.IsAsciiDigit(text[1])))
            text = "'" + text;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
