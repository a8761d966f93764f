using System.Globalization;
using System.Text;
using Parquet;
using Parquet.Schema;

namespace Demarche.Ledgers.Tables;

/// <summary>Monthly tables as files.</summary>
public static class MonthTableFile
{
    /// <summary>Writes comma-separated values with a header.</summary>
    public static void WriteCsv(IReadOnlyList<MonthRow> rows, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(writer);
        var isDyadic = IsDyadic(rows);
        writer.Write($"month,source,{(isDyadic ? "target," : "")}quad,type,events,reports,asserted_events,event_score,report_score,event_goldstein,report_goldstein\n");
        var line = new StringBuilder();
        foreach (var row in rows)
        {
            line.Clear().Append(row.Month).Append(',').Append(row.Source).Append(',');
            if (isDyadic)
                line.Append(row.Target).Append(',');
            line.Append(CultureInfo.InvariantCulture, $"{row.Quad},{row.Type},{row.Events},{row.Reports},{row.AssertedEvents},{row.EventScore},{row.ReportScore},{row.EventGoldstein},{row.ReportGoldstein}\n");
            writer.Write(line);
        }
    }

    /// <summary>Writes Parquet.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="stream">A stream that can seek.</param>
    public static async Task WriteParquetAsync(IReadOnlyList<MonthRow> rows, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(rows);
        List<DataField> fields = [new DataField<string>("month"), new DataField<string>("source")];
        if (IsDyadic(rows))
            fields.Add(new DataField<string>("target"));
        fields.AddRange([new DataField<int>("quad"), new DataField<string>("type"), new DataField<int>("events"), new DataField<int>("reports"), new DataField<int>("asserted_events")]);
        fields.AddRange([new DataField<double>("event_score"), new DataField<double>("report_score"), new DataField<double>("event_goldstein"), new DataField<double>("report_goldstein")]);
        var schema = new ParquetSchema(fields);
        await using var writer = await ParquetWriter.CreateAsync(schema, stream).ConfigureAwait(false);
        using var group = writer.CreateRowGroup();
        foreach (var field in schema.DataFields)
        {
            if (Words(field.Name) is { } words)
                await group.WriteAsync(field, [.. rows.Select(words)]).ConfigureAwait(false);
            else if (Counts(field.Name) is { } counts)
                await group.WriteAsync<int>(field, new ReadOnlyMemory<int>([.. rows.Select(counts)])).ConfigureAwait(false);
            else
                await group.WriteAsync<double>(field, new ReadOnlyMemory<double>([.. rows.Select(Scores(field.Name))])).ConfigureAwait(false);
        }
    }

    private static bool IsDyadic(IReadOnlyList<MonthRow> rows) => rows.Count > 0 && rows[0].Target is not null;

    private static Func<MonthRow, string>? Words(string column) => column switch
    {
        "month" => row => row.Month,
        "source" => row => row.Source,
        "target" => row => row.Target ?? "",
        "type" => row => row.Type,
        _ => null,
    };

    private static Func<MonthRow, int>? Counts(string column) => column switch
    {
        "quad" => row => row.Quad,
        "events" => row => row.Events,
        "reports" => row => row.Reports,
        "asserted_events" => row => row.AssertedEvents,
        _ => null,
    };

    private static Func<MonthRow, double> Scores(string column) => column switch
    {
        "event_score" => row => row.EventScore,
        "report_score" => row => row.ReportScore,
        "event_goldstein" => row => row.EventGoldstein,
        _ => row => row.ReportGoldstein,
    };
}
