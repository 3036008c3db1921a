using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Analytics.Web.Shared.Tables;

/// <summary>CSV and JSON of a table: invariant numbers, ISO dates, UTC instants.</summary>
static class TableText
{
    static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>UTF-8 with byte order mark, so that spreadsheets read Vietnamese right; CRLF; RFC 4180 quoting.</summary>
    public static byte[] Csv(ExportTable table)
    {
        var text = new StringBuilder();
        Line(text, table.Columns);
        foreach (var row in table.Rows) Line(text, row);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    public static byte[] Json(ExportTable table)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonOptions))
        {
            json.WriteStartArray();
            foreach (var row in table.Rows)
            {
                json.WriteStartObject();
                for (var i = 0; i < table.Columns.Count; i++) Write(json, table.Columns[i], row[i]);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        return bytes.ToArray();
    }

    /// <summary>A value as text; null stays null.</summary>
    public static string? Plain(object? value) => value switch
    {
        null => null,
        bool yes => yes ? "yes" : "no",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    public static bool IsNumber(object? value) => value is sbyte or byte or short or ushort or int or uint or long or double or float or decimal;

    static void Line(StringBuilder text, IReadOnlyList<object?> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0) text.Append(',');
            Cell(text, cells[i]);
        }
        text.Append("\r\n");
    }

    static void Cell(StringBuilder text, object? value)
    {
        if (Plain(value) is not { Length: > 0 } plain) return;
        // A text that begins like this is a formula to a spreadsheet; numbers are not text.
        if (!IsNumber(value) && plain[0] is ('=' or '+' or '-' or '@' or '\t' or '\r')) plain = "'" + plain;
        if (plain.AsSpan().ContainsAny(",\"\r\n")) text.Append('"').Append(plain.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else text.Append(plain);
    }

    static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case double number: json.WriteNumber(name, number); break;
            case float number: json.WriteNumber(name, number); break;
            case decimal number: json.WriteNumber(name, number); break;
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            default: json.WriteString(name, Plain(value)); break;
        }
    }
}
