using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Analytics.Ingest.Commands;

/// <summary>Rows of named columns as table, CSV or JSON. Fractions keep all their digits in CSV and JSON.</summary>
static class RowOutput
{
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static Option<string> Format { get; } = CreateFormat();

    static Option<string> CreateFormat()
    {
        var option = new Option<string>("--format") { Description = "table, csv or json", DefaultValueFactory = _ => "table" };
        option.AcceptOnlyFromAmong("table", "csv", "json");
        return option;
    }

    public static void Write(string format, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows)
    {
        switch (format)
        {
            case "csv":
                CsvText.Write(Console.Out, columns, rows);
                break;
            case "json":
                Console.Out.WriteLine(JsonSerializer.Serialize(rows.Select(r => columns.Zip(r).ToDictionary(x => x.First, x => x.Second)), Json));
                break;
            default:
                WriteTable(columns, rows);
                break;
        }
    }

    static void WriteTable(IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns) table.AddColumn(new TableColumn(Markup.Escape(column)) { NoWrap = true });
        foreach (var row in rows)
            table.AddRow(row.Select(v => new Text(v switch
            {
                null => "",
                double number => number.ToString("0.####", CultureInfo.InvariantCulture),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                _ => v.ToString() ?? "",
            })));
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        // A table cut to the width of a pipe would lose digits.
        if (Console.IsOutputRedirected) console.Profile.Width = 1000;
        console.Write(table);
    }
}
