using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;

namespace Analytics.Web.Briefings.Pdf;

/// <summary>The header rows of a table as one box. A cell over several rows takes its place in each of them.</summary>
static class PdfTableHeader
{
    /// <param name="Lines">Its words, set for its width.</param>
    sealed record Cell(int Row, int Rows, int Column, int Columns, PdfBox Lines);

    /// <returns>Null for a table without header rows.</returns>
    public static PdfBox? Of(PaperTable table, double[] widths, PdfSetter setter)
    {
        if (table.Header.Count == 0) return null;
        var cells = Cells(table, widths, setter);
        var heights = new double[table.Header.Count];
        foreach (var cell in cells.OrderBy(c => c.Rows))
        {
            // What a cell over several rows lacks, the last of them gets.
            var missing = cell.Lines.Height - heights.AsSpan(cell.Row, cell.Rows).ToArray().Sum();
            if (missing > 0) heights[cell.Row + cell.Rows - 1] += missing;
        }
        var marks = new List<PdfMark>();
        foreach (var cell in cells)
        {
            var (x, y) = (widths[..cell.Column].Sum(), heights[..cell.Row].Sum());
            var (width, height) = (Width(widths, cell.Column, cell.Columns), heights[cell.Row..(cell.Row + cell.Rows)].Sum());
            marks.AddRange(cell.Lines.Marks.Select(m => m.Moved(x + PdfTable.Padding, y + (height - cell.Lines.Height) / 2)));
            marks.AddRange(PdfTable.Frame(x, y, width, height));
        }
        return new(heights.Sum(), marks) { KeepNext = true };
    }

    static List<Cell> Cells(PaperTable table, double[] widths, PdfSetter setter)
    {
        var cells = new List<Cell>();
        // By column: how many rows the cell above still reaches down.
        var reach = new int[widths.Length];
        foreach (var (row, header) in table.Header.Index())
        {
            var next = 0;
            for (var column = 0; column < widths.Length;)
            {
                if (reach[column] > 0)
                {
                    reach[column++]--;
                    continue;
                }
                if (next == header.Count) throw Misfit(table, row);
                var cell = header[next++];
                if (cell.Columns < 1 || column + cell.Columns > widths.Length || cell.Rows < 1 || row + cell.Rows > table.Header.Count) throw Misfit(table, row);
                cells.Add(new(row, cell.Rows, column, cell.Columns, PdfBox.Stacked(setter.Paragraph(DocxStyles.HeaderCell, cell.Text, Width(widths, column, cell.Columns) - 2 * PdfTable.Padding))));
                Array.Fill(reach, cell.Rows - 1, column, cell.Columns);
                column += cell.Columns;
            }
            if (next != header.Count) throw Misfit(table, row);
        }
        return cells;
    }

    static double Width(double[] widths, int column, int columns) => widths[column..(column + columns)].Sum();

    static ArgumentException Misfit(PaperTable table, int row) => new($"Row {row + 1} of the header does not fit the {table.Columns.Count} columns of \"{table.Caption}\".");
}
