using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;

namespace Analytics.Web.Briefings.Pdf;

/// <summary>A table of figures over the width of the text, its header rows again on every page, no row torn by a page's end.</summary>
sealed class PdfTable(PaperTable table, PdfSheet sheet, PdfSetter setter)
{
    /// <summary>At the sides of a cell's words, and of lines, in points.</summary>
    public const double Padding = 4.25, Line = 0.5;

    readonly double[] widths = Widths(table.Columns, sheet.TextWidth);

    public IEnumerable<PdfBox> Boxes()
    {
        if (table.Caption.Length > 0)
            foreach (var line in setter.Paragraph(DocxStyles.Caption, table.Caption, sheet.TextWidth)) yield return line;
        var header = PdfTableHeader.Of(table, widths, setter);
        if (header is not null) yield return header;
        foreach (var row in table.Rows.SelectMany(r => Row(r, header))) yield return row;
        if (table.Note.Length == 0) yield break;
        foreach (var line in setter.Paragraph(DocxStyles.Note, table.Note, sheet.TextWidth)) yield return line;
    }

    IEnumerable<PdfBox> Row(PaperRow row, PdfBox? header)
    {
        var cells = row.Kind == PaperRowKind.Group ? [setter.Paragraph(DocxStyles.GroupCell, row.Cells[0], sheet.TextWidth - 2 * Padding)] : Cells(row);
        double[] columns = row.Kind == PaperRowKind.Group ? [sheet.TextWidth] : widths;
        var lines = cells.Max(c => c.Count);
        // A row higher than a page is the only one that is torn, between two of its lines.
        var atOnce = Math.Max(1, (int)((sheet.TextHeight - (header?.Height ?? 0)) / cells.Max(c => c.Max(l => l.Room))));
        for (var from = 0; from < lines; from += atOnce)
        {
            var part = cells.Select(c => PdfBox.Stacked(c.Skip(from).Take(atOnce))).ToList();
            yield return Ruled(part, columns) with
            {
                Again = header,
                KeepNext = row.Kind == PaperRowKind.Group,
            };
        }
    }

    List<List<PdfBox>> Cells(PaperRow row)
    {
        if (row.Cells.Count != widths.Length) throw new ArgumentException($"A row has {row.Cells.Count} cells, the table {widths.Length} columns: {string.Join(" | ", row.Cells)}");
        return row.Cells.Select((words, i) =>
        {
            var style = setter.Style(table.Columns[i].Align switch { PaperAlign.Left => DocxStyles.Cell, PaperAlign.Center => DocxStyles.CentredCell, _ => DocxStyles.NumberCell });
            return setter.Paragraph(style with { Bold = row.Kind == PaperRowKind.Total }, words, widths[i] - 2 * Padding);
        }).ToList();
    }

    static PdfBox Ruled(List<PdfBox> cells, double[] columns)
    {
        var (height, marks, x) = (cells.Max(c => c.Height), new List<PdfMark>(), 0.0);
        foreach (var (cell, width) in cells.Zip(columns))
        {
            marks.AddRange(cell.Marks.Select(m => m.Moved(x + Padding, 0)));
            marks.AddRange(Frame(x, 0, width, height));
            x += width;
        }
        return new(height, marks);
    }

    /// <summary>The four lines around a cell; those of its neighbours lie upon them.</summary>
    public static IEnumerable<PdfStroke> Frame(double x, double y, double width, double height)
    {
        var half = Line / 2;
        yield return new(x - half, y, x + width + half, y, Line);
        yield return new(x - half, y + height, x + width + half, y + height, Line);
        yield return new(x, y, x, y + height, Line);
        yield return new(x + width, y, x + width, y + height, Line);
    }

    static double[] Widths(IReadOnlyList<PaperColumn> columns, double whole)
    {
        var parts = columns.Sum(c => c.Width);
        return columns.Count > 0 && parts > 0 ? columns.Select(c => c.Width / parts * whole).ToArray() : throw new ArgumentException("A table needs columns of some width.");
    }
}
