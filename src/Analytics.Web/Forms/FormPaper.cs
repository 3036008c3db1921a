using Analytics.Web.Briefings.Papers;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Forms;

/// <summary>A form as a table of a paper: for a document of its own, and as an appendix of a report.</summary>
sealed class FormPaper(FormPrint print, FormFiles files, PaperParts parts, Texts texts, Language language)
{
    /// <summary>Above this, a document of a table is a book nobody prints.</summary>
    public const int MostRows = 3000;

    /// <summary>The form on lying sheets, with the office's head.</summary>
    public Paper Alone(FormTable form, string? city, bool sample) => new()
    {
        Language = language.Code,
        FileTitle = files.Heading(form),
        Head = parts.Head(city, "BM", null, null, null, texts["layout.internal"]) with { Number = "" },
        Title = new(texts["form.number", form.Number].ToUpper(System.Globalization.CultureInfo.InvariantCulture), [form.Title, form.Caption]),
        Blocks = [new PaperBreak(Landscape: true), Table(form, ""), .. form.Notes.Select(note => new PaperNote(note))],
        SampleMark = sample ? texts["layout.sample"] : null,
        Foot = string.Join(" · ", files.About(form).Skip(1)),
    };

    /// <summary>With its number and caption above, for a report.</summary>
    public PaperTable Within(FormTable form) => Table(form, $"{files.Heading(form)} – {form.Caption}");

    PaperTable Table(FormTable form, string caption)
    {
        var rows = form.Rows.Select(row => row.Heading is { } heading
            ? new PaperRow([heading, .. Enumerable.Repeat("", form.Columns.Count - 1)], PaperRowKind.Group)
            : new PaperRow(form.Columns.Select((_, i) => print.Cell(form, row, i)).ToList())).ToList();
        if (form.TotalLabel is not null) rows.Add(new(form.Columns.Select((_, i) => print.Total(form, i)).ToList(), PaperRowKind.Total));
        return new(caption, form.Columns.Select(c => new PaperColumn(c.Width, Align(c))).ToList(), Header(form), rows);
    }

    static PaperAlign Align(FormColumn column) => column.Key == "tt" ? PaperAlign.Center : column.Kind switch
    {
        FormKind.Text => PaperAlign.Left,
        FormKind.Date => PaperAlign.Center,
        _ => PaperAlign.Right,
    };

    static List<IReadOnlyList<PaperHeaderCell>> Header(FormTable form)
    {
        if (!form.HasGroups) return [form.Columns.Select(c => new PaperHeaderCell(c.Header)).ToList()];
        var upper = new List<PaperHeaderCell>();
        for (var i = 0; i < form.Columns.Count; i++)
            if (form.Columns[i].Group is not { } group) upper.Add(new(form.Columns[i].Header, Rows: 2));
            else if (i == 0 || form.Columns[i - 1].Group != group) upper.Add(new(group, Columns: form.Columns.Count(c => c.Group == group)));
        return [upper, form.Columns.Where(c => c.Group is not null).Select(c => new PaperHeaderCell(c.Header)).ToList()];
    }
}
