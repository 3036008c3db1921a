using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Web.Forms;

/// <summary>What stands around a form's table in a workbook.</summary>
/// <param name="Heading">Form and title.</param>
/// <param name="Sheet">Name of the sheet, at most 31 characters.</param>
/// <param name="SampleMark">On the sheet and on every printed page; null for real figures.</param>
/// <param name="About">Under the notes: data as of, marking, who and when.</param>
/// <param name="Page">Foot of a printed page, with <c>{0}</c> and <c>{1}</c> for the page and their number.</param>
sealed record FormSheet(string Body, string Heading, string Sheet, string? SampleMark, IReadOnlyList<string> About, string Page);

/// <summary>
/// A form as a workbook: numbers as numbers, shares and the last row as formulas that carry the value they must give, header rows
/// repeated on each printed page of lying A4.
/// </summary>
static class FormWorkbook
{
    const int HeaderRow = 5;

    public static byte[] Write(FormTable form, FormSheet sheet)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = FormStyles.Make();
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = Worksheet(form, sheet);
            workbook.Workbook = new Workbook(
                new Sheets(new Sheet { Name = sheet.Sheet, SheetId = 1, Id = workbook.GetIdOfPart(part) }),
                new DefinedNames(new DefinedName($"'{sheet.Sheet}'!${HeaderRow}:${FirstRow(form) - 1}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
        }
        return bytes.ToArray();
    }

    static int FirstRow(FormTable form) => HeaderRow + (form.HasGroups ? 2 : 1);

    static Worksheet Worksheet(FormTable form, FormSheet sheet)
    {
        var merged = new List<string>();
        var last = Letter(form.Columns.Count - 1);
        var first = FirstRow(form);
        var rows = new SheetData();
        Line(1, sheet.Body, FormStyle.Small);
        if (sheet.SampleMark is { } mark) Line(2, mark, FormStyle.Bold);
        Line(3, sheet.Heading, FormStyle.Title);
        Line(4, form.Caption, FormStyle.Caption);
        FormHeader.Write(rows, form, HeaderRow, merged);
        var row = first;
        foreach (var line in form.Rows) rows.Append(Body(form, line, row++, merged, last));
        if (form.TotalLabel is not null) rows.Append(FormTotals.Row(form, first, row++));
        row++;
        foreach (var note in form.Notes.Concat(sheet.About)) Line(row++, note, FormStyle.Note);

        var worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = first - 1, TopLeftCell = $"A{first}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomLeft })
            { WorkbookViewId = 0, TabSelected = true }),
            new SheetFormatProperties { DefaultRowHeight = 16 },
            new Columns(form.Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width + 1, CustomWidth = true })),
            rows);
        if (merged.Count > 0) worksheet.Append(new MergeCells(merged.Select(m => new MergeCell { Reference = m })) { Count = (uint)merged.Count });
        // Inches: 20, 15, 20, 15 mm, so that a hole can be punched on the left.
        worksheet.Append(new PageMargins { Left = 0.79, Right = 0.59, Top = 0.79, Bottom = 0.59, Header = 0.3, Footer = 0.3 });
        worksheet.Append(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        worksheet.Append(new HeaderFooter(
            new OddHeader("&C&\"Times New Roman,Bold\"&9" + Escape(sheet.SampleMark ?? "")),
            new OddFooter($"&C&\"Times New Roman\"&9{string.Format(CultureInfo.InvariantCulture, Escape(sheet.Page), "&P", "&N")}")));
        return worksheet;

        void Line(int at, string text, FormStyle style)
        {
            // Merged cells do not grow with their text by themselves.
            var lines = Math.Ceiling(text.Length / (0.9 * form.Columns.Sum(c => c.Width)));
            rows.Append(new Row(FormCells.Text(0, at, text, style)) { RowIndex = (uint)at, Height = (style == FormStyle.Title ? 20 : 16) * Math.Max(1, lines), CustomHeight = true });
            merged.Add($"A{at}:{last}{at}");
        }
    }

    static Row Body(FormTable form, FormRow line, int row, List<string> merged, string last)
    {
        var written = new Row { RowIndex = (uint)row, Height = FormHeights.Of(form, line), CustomHeight = true };
        if (line.Heading is { } heading)
        {
            written.Append(form.Columns.Select((_, i) => FormCells.Text(i, row, i == 0 ? heading : "", FormStyle.Heading)));
            merged.Add($"A{row}:{last}{row}");
            return written;
        }
        for (var i = 0; i < form.Columns.Count; i++)
            written.Append(form.Columns[i].Kind == FormKind.Percent ? FormCells.Share(form, i, row, form.Value(line, i), FormStyle.Percent) : FormCells.Of(form.Columns[i], i, row, form.Value(line, i)));
        return written;
    }

    internal static string Letter(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letter(column / 26 - 1) + (char)('A' + column % 26);

    static string Escape(string text) => text.Replace("&", "&&", StringComparison.Ordinal);
}
