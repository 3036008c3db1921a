using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Ingest.Tests.Reading;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>The same cells as a CSV and as a workbook that stores numbers as numbers and dates as dates, as Excel does when they are typed.</summary>
static partial class CellFiles
{
    /// <summary>Name of the only sheet.</summary>
    public const string Sheet = "KQ";

    public static byte[] Csv(string[][] rows) =>
        Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(row => string.Join(',', row.Select(Quoted)))) + "\n");

    public static byte[] Workbook(string[][] rows) => Workbook(new XlsxSheetXml(Sheet, SheetRows(rows)));

    public static byte[] Workbook(params XlsxSheetXml[] sheets) => Sources.WorkbookBytes(sheets);

    public static string SheetRows(string[][] rows, int firstLine = 1) => string.Concat(rows.Select((row, i) => Sources.Row(firstLine + i, [.. row.Select(Typed)])));

    static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    static string Typed(string cell)
    {
        if (Number().IsMatch(cell)) return $"<c><v>{cell}</v></c>";
        // Style 1 is a date; Excel counts days from 1899-12-30.
        return DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year > 1900
            ? $"<c s=\"1\"><v>{date.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>"
            : Control().Replace(SecurityElement.Escape(cell), c => $"_x{(int)c.Value[0]:X4}_");
    }

    [GeneratedRegex(@"^-?(0|[1-9]\d{0,9})(\.\d{1,2})?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"[\x00-\x1F]")]
    private static partial Regex Control();
}
