using System.Globalization;
using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Briefings.Docx;

/// <summary>A table of figures over the width of the text, its header rows again on every page, no row torn by a page's end.</summary>
static class DocxTable
{
    public static IEnumerable<OpenXmlElement> Of(PaperTable table, DocxPage page, DocxText text)
    {
        if (table.Caption.Length > 0) yield return text.Paragraph(DocxStyles.Caption, table.Caption);
        var widths = Widths(table.Columns, page.TextWidth);
        var properties = Properties(DocxStyles.Figures, page.TextWidth);
        if (table.Caption.Length > 0) properties.TableCaption = new() { Val = text.Clean(table.Caption) };
        var written = new Table(properties, new TableGrid(widths.Select(w => new GridColumn { Width = Number(w) })));
        written.Append(DocxTableHeader.Of(table, widths, text));
        foreach (var row in table.Rows) written.AppendChild(Row(row, table.Columns, widths, text));
        yield return written;
        yield return table.Note.Length > 0 ? text.Paragraph(DocxStyles.Note, table.Note) : DocxText.Paragraph(DocxStyles.SectionEnd);
    }

    static TableRow Row(PaperRow row, IReadOnlyList<PaperColumn> columns, int[] widths, DocxText text)
    {
        var written = new TableRow(new TableRowProperties(new CantSplit()));
        if (row.Kind == PaperRowKind.Group)
        {
            written.AppendChild(Cell(widths.Sum(), [text.Paragraph(DocxStyles.GroupCell, row.Cells[0])], columns.Count));
            return written;
        }
        if (row.Cells.Count != columns.Count) throw new ArgumentException($"A row has {row.Cells.Count} cells, the table {columns.Count} columns: {string.Join(" | ", row.Cells)}");
        foreach (var (i, words) in row.Cells.Index())
        {
            var style = columns[i].Align switch { PaperAlign.Left => DocxStyles.Cell, PaperAlign.Center => DocxStyles.CentredCell, _ => DocxStyles.NumberCell };
            var run = text.Run(words, row.Kind == PaperRowKind.Total ? DocxStyles.Strong : null);
            written.AppendChild(Cell(widths[i], [DocxText.Paragraph(style, run)]));
        }
        return written;
    }

    /// <summary>Parts of a width, without the rest that rounding leaves: it falls to the last column.</summary>
    static int[] Widths(IReadOnlyList<PaperColumn> columns, int whole)
    {
        var parts = columns.Sum(c => c.Width);
        if (columns.Count == 0 || !(parts > 0)) throw new ArgumentException("A table needs columns of some width.");
        var widths = columns.Select(c => (int)Math.Round(c.Width / parts * whole)).ToArray();
        widths[^1] += whole - widths.Sum();
        return widths;
    }

    public static TableProperties Properties(string style, int width) => new()
    {
        TableStyle = new() { Val = style },
        TableWidth = new() { Width = Number(width), Type = TableWidthUnitValues.Dxa },
        TableLayout = new() { Type = TableLayoutValues.Fixed },
        TableLook = new() { Val = "0000", FirstRow = false, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
    };

    public static TableCell Cell(int width, IEnumerable<Paragraph> content, int columns = 1)
    {
        var cell = new TableCell(new TableCellProperties
        {
            TableCellWidth = new() { Width = Number(width), Type = TableWidthUnitValues.Dxa },
            GridSpan = columns > 1 ? new() { Val = columns } : null,
        });
        cell.Append(content);
        return cell;
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
