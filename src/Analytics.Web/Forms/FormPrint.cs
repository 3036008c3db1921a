using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Forms;

/// <summary>A form's values as page and document print them.</summary>
sealed class FormPrint(Formats formats, Texts texts)
{
    public string Cell(FormTable form, FormRow row, int column) =>
        row.Withheld && IsFigure(form.Columns[column]) ? texts["outward.cell"] : Print(form.Columns[column], form.Value(row, column));

    /// <summary>The last row's cell: its words in the first column of text, nothing where a column does not add up.</summary>
    public string Total(FormTable form, int column)
    {
        if (column == LabelColumn(form)) return form.TotalLabel ?? "";
        if (!IsFigure(form.Columns[column])) return "";
        return form.TotalWithheld ? texts["outward.cell"] : Print(form.Columns[column], form.Total(column));
    }

    static bool IsFigure(FormColumn column) => column is { Kind: FormKind.Percent } or { Kind: FormKind.Count, Adds: true };

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
