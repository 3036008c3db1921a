using System.Data;
using System.Globalization;
using MiniExcelLibs;

namespace Analytics.Web.Shared.Tables;

/// <summary>XLSX of a table: numbers as numbers, text as text (never a formula), and a second sheet that says what it is.</summary>
static class TableWorkbook
{
    public static byte[] Write(ExportTable table, string sheetName, IReadOnlyList<(string Label, string Text)> about, string aboutSheetName)
    {
        using var bytes = new MemoryStream();
        using var rows = Rows(table);
        using var notes = Notes(about);
        bytes.SaveAs(new Dictionary<string, object> { [sheetName] = rows, [aboutSheetName] = notes }, printHeader: true);
        return bytes.ToArray();
    }

    static DataTable Rows(ExportTable table)
    {
        var data = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var column in table.Columns) data.Columns.Add(column, typeof(object));
        foreach (var row in table.Rows)
            data.Rows.Add([.. row.Select(value => value is null ? DBNull.Value : TableText.IsNumber(value) ? value : TableText.Plain(value))]);
        return data;
    }

    static DataTable Notes(IReadOnlyList<(string Label, string Text)> about)
    {
        var data = new DataTable { Locale = CultureInfo.InvariantCulture };
        data.Columns.Add(about[0].Label, typeof(string));
        data.Columns.Add(about[0].Text, typeof(string));
        foreach (var (label, text) in about.Skip(1)) data.Rows.Add(label, text);
        return data;
    }
}
