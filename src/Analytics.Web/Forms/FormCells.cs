using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Web.Forms;

/// <summary>Cells of a form's workbook.</summary>
static class FormCells
{
    public static Cell Text(int column, int row, string text, FormStyle style)
    {
        var cell = New(column, row, style);
        if (text.Length == 0) return cell;
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(new Text(text) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve });
        return cell;
    }

    public static Cell Of(FormColumn column, int index, int row, object? value) => value switch
    {
        null => New(index, row, column.Kind == FormKind.Text ? FormStyle.Text : FormStyle.Count),
        long count => Number(index, row, count.ToString(CultureInfo.InvariantCulture), FormStyle.Count),
        DateOnly date => Number(index, row, date.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture), FormStyle.Date),
        string text => Text(index, row, text, FormStyle.Text),
        _ => throw new ArgumentException($"A form holds no {value.GetType().Name}.", nameof(value)),
    };

    /// <summary>The share of two cells of the same row, worked out by the workbook; <paramref name="value"/> is what it must give.</summary>
    public static Cell Share(FormTable form, int index, int row, object? value, FormStyle style)
    {
        var column = form.Columns[index];
        var (part, whole) = (Place(form.IndexOf(column.Part!), row), Place(form.IndexOf(column.Whole!), row));
        return Formula(index, row, $"IF(AND(ISNUMBER({part}),N({whole})>0),100*{part}/{whole},\"\")", value, style);
    }

    /// <summary>The share of two sums over the rows <paramref name="from"/> to <paramref name="to"/>; none where a row has only one of its two counts.</summary>
    public static Cell ShareOfSums(FormTable form, int index, int row, int from, int to)
    {
        var column = form.Columns[index];
        var (part, whole) = (form.IndexOf(column.Part!), form.IndexOf(column.Whole!));
        string Known(int of) => $"ISNUMBER({Place(of, from)}:{Place(of, to)})";
        return Formula(index, row, $"IF(AND(SUMPRODUCT(--({Known(part)}<>{Known(whole)}))=0,N({Place(whole, row)})>0),100*{Place(part, row)}/{Place(whole, row)},\"\")", form.Total(index), FormStyle.TotalPercent);
    }

    public static Cell Formula(int column, int row, string formula, object? value, FormStyle style)
    {
        var cell = New(column, row, style);
        cell.CellFormula = new CellFormula(formula);
        cell.CellValue = value switch
        {
            null => new CellValue(""),
            IFormattable number => new CellValue(number.ToString(null, CultureInfo.InvariantCulture)),
            _ => throw new ArgumentException($"A formula gives no {value.GetType().Name}.", nameof(value)),
        };
        if (value is null) cell.DataType = CellValues.String;
        return cell;
    }

    public static string Place(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{FormWorkbook.Letter(column)}{row}");

    static Cell Number(int column, int row, string number, FormStyle style)
    {
        var cell = New(column, row, style);
        cell.CellValue = new CellValue(number);
        return cell;
    }

    static Cell New(int column, int row, FormStyle style) => new() { CellReference = Place(column, row), StyleIndex = (uint)style };
}

/// <summary>The last row: sums as formulas over the rows that count, shares of the sums.</summary>
static class FormTotals
{
    public static Row Row(FormTable form, int first, int row)
    {
        // Rows told again stand behind those that count, so one range holds all of these; headings between them hold no numbers.
        var counted = form.Rows.TakeWhile(r => !r.Again).Count();
        while (counted > 0 && form.Rows[counted - 1].Heading is not null) counted--;
        var (from, to) = (first, first + Math.Max(1, counted) - 1);
        var label = FormPrint.LabelColumn(form);
        var written = new Row { RowIndex = (uint)row };
        for (var i = 0; i < form.Columns.Count; i++)
            written.Append(form.Columns[i] switch
            {
                _ when i == label => FormCells.Text(i, row, form.TotalLabel!, FormStyle.TotalText),
                { Kind: FormKind.Count, Adds: true } => FormCells.Formula(i, row, $"SUM({FormCells.Place(i, from)}:{FormCells.Place(i, to)})", form.Total(i), FormStyle.TotalCount),
                { Kind: FormKind.Percent } => FormCells.ShareOfSums(form, i, row, from, to),
                _ => FormCells.Text(i, row, "", FormStyle.TotalText),
            });
        return written;
    }
}

/// <summary>One header row, or two where columns stand in groups.</summary>
static class FormHeader
{
    public static void Write(SheetData rows, FormTable form, int row, List<string> merged)
    {
        var (above, below) = FormHeights.OfHeader(form);
        var upper = new Row { RowIndex = (uint)row, Height = above, CustomHeight = true };
        var lower = form.HasGroups ? new Row { RowIndex = (uint)row + 1, Height = below, CustomHeight = true } : null;
        for (var i = 0; i < form.Columns.Count; i++)
        {
            var column = form.Columns[i];
            var starts = i == 0 || form.Columns[i - 1].Group != column.Group;
            upper.Append(FormCells.Text(i, row, column.Group is null ? column.Header : starts ? column.Group : "", FormStyle.Header));
            lower?.Append(FormCells.Text(i, row + 1, column.Group is null ? "" : column.Header, FormStyle.Header));
            if (lower is not null && column.Group is null) merged.Add($"{FormCells.Place(i, row)}:{FormCells.Place(i, row + 1)}");
            else if (column.Group is not null && starts)
            {
                var end = i;
                while (end + 1 < form.Columns.Count && form.Columns[end + 1].Group == column.Group) end++;
                if (end > i) merged.Add($"{FormCells.Place(i, row)}:{FormCells.Place(end, row)}");
            }
        }
        rows.Append(upper);
        if (lower is not null) rows.Append(lower);
    }
}

/// <summary>Heights of rows by the length of their text, because programs differ in whether they grow a row when they open a file.</summary>
static class FormHeights
{
    const double Line = 15;

    public static double Of(FormTable form, FormRow row) => row.Heading is not null ? Line + 2
        : Line * Enumerable.Range(0, form.Columns.Count).Max(i => row.Cells[i] is string text ? Lines(text, form.Columns[i].Width) : 1) + 2;

    /// <summary>Of the row of groups and of the row below it; a header over both is as high as both.</summary>
    public static (double Above, double Below) OfHeader(FormTable form)
    {
        var tall = Line * form.Columns.Where(c => c.Group is null).Select(c => Lines(c.Header, c.Width)).Max() + 4;
        if (!form.HasGroups) return (tall, 0);
        var above = Line * form.Columns.Where(c => c.Group is not null).GroupBy(c => c.Group!).Max(g => Lines(g.Key, g.Sum(c => c.Width))) + 4;
        var below = Line * form.Columns.Where(c => c.Group is not null).Max(c => Lines(c.Header, c.Width)) + 4;
        return (above, Math.Max(below, tall - above));
    }

    /// <summary>Lines of text in a column so many characters wide; words are not broken, so a fifth is added, and bold is wider.</summary>
    static double Lines(string text, double width) => Math.Max(1, Math.Ceiling(text.Length * 1.2 / width));
}
