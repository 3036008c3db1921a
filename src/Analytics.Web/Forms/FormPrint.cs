using Analytics.Web.Shared.Formatting;

namespace Analytics.Web.Forms;

/// <summary>A form's values as page and document print them.</summary>
sealed class FormPrint(Formats formats)
{
    public string Cell(FormTable form, FormRow row, int column) => Print(form.Columns[column], form.Value(row, column));

    /// <summary>The last row's cell: its words in the first column of text, nothing where a column does not add up.</summary>
    public string Total(FormTable form, int column)
    {
        if (column == LabelColumn(form)) return form.TotalLabel ?? "";
        return form.Columns[column] is { Kind: FormKind.Percent } or { Kind: FormKind.Count, Adds: true } ? Print(form.Columns[column], form.Total(column)) : "";
    }

    public static int LabelColumn(FormTable form) => Enumerable.Range(0, form.Columns.Count).First(i => form.Columns[i].Kind == FormKind.Text);

    string Print(FormColumn column, object? value) => value switch
    {
        null => column.Kind == FormKind.Text ? "" : Formats.Dash,
        long count => formats.Count(count),
        double percent => formats.Number(percent, 1),
        DateOnly date => formats.ShortDate(date),
        string text => text,
        _ => throw new ArgumentException($"A form holds no {value.GetType().Name}.", nameof(value)),
    };
}
