using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Briefings.Docx;

/// <summary>The header rows of a table. A cell over several rows is written once and again, empty, in each row it reaches into.</summary>
static class DocxTableHeader
{
    public static IEnumerable<TableRow> Of(PaperTable table, int[] widths, DocxText text)
    {
        // By column: how many rows the cell above still reaches down, and how many columns it is wide where it begins.
        var reach = new int[widths.Length];
        var wide = new int[widths.Length];
        foreach (var (r, header) in table.Header.Index())
        {
            var row = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
            var next = 0;
            for (var column = 0; column < widths.Length;)
            {
                if (reach[column] > 0)
                {
                    var width = wide[column];
                    row.AppendChild(Cell("", column, width, MergedCellValues.Continue));
                    for (var c = column; c < column + width; c++) reach[c]--;
                    column += width;
                    continue;
                }
                if (next == header.Count) throw Misfit(table, r);
                var cell = header[next++];
                if (cell.Columns < 1 || column + cell.Columns > widths.Length || cell.Rows < 1 || r + cell.Rows > table.Header.Count) throw Misfit(table, r);
                row.AppendChild(Cell(cell.Text, column, cell.Columns, cell.Rows > 1 ? MergedCellValues.Restart : null));
                wide[column] = cell.Columns;
                for (var c = column; c < column + cell.Columns; c++) reach[c] = cell.Rows - 1;
                column += cell.Columns;
            }
            if (next != header.Count) throw Misfit(table, r);
            yield return row;
        }

        TableCell Cell(string words, int column, int columns, MergedCellValues? merge)
        {
            var cell = DocxTable.Cell(widths.AsSpan(column, columns).ToArray().Sum(), [text.Paragraph(DocxStyles.HeaderCell, words)], columns);
            cell.TableCellProperties!.VerticalMerge = merge is { } kind ? new() { Val = kind } : null;
            cell.TableCellProperties.TableCellVerticalAlignment = new() { Val = TableVerticalAlignmentValues.Center };
            return cell;
        }
    }

    static ArgumentException Misfit(PaperTable table, int row) => new($"Row {row + 1} of the header does not fit the {table.Columns.Count} columns of \"{table.Caption}\".");
}
