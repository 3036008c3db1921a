using System.Globalization;

namespace Analytics.Ingest.Commands;

/// <summary>CSV as RFC 4180 has it: comma, quotes where needed, CRLF-free lines; numbers invariant; null is empty.</summary>
static class CsvText
{
    public static void Write(TextWriter output, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows)
    {
        output.WriteLine(string.Join(',', header));
        foreach (var row in rows)
            output.WriteLine(string.Join(',', row.Select(Cell)));
    }

    static string Cell(object? value) => value switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quote(value.ToString() ?? ""),
    };

    static string Quote(string text)
    {
        // A spreadsheet would run a cell that starts like a formula.
        if (text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal)) text = "'" + text;
        return text.AsSpan().ContainsAny("\",\r\n") ? '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : text;
    }
}
