using System.Text.Json;
using Analytics.Web.Access;
using Analytics.Web.OfficeSettings;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Tables;

namespace Analytics.Web.Forms;

/// <summary>A form as a file for whoever asks for it: with the office's name, the age of its figures, who had it made and when.</summary>
sealed class FormFiles(QueryContext context, CurrentViewer current, InstallationSettings settings, Texts texts, Formats formats, Language language, TimeProvider time)
{
    public byte[] Workbook(FormTable form, bool sample) => FormWorkbook.Write(form, new FormSheet(
        settings.Current().BodyName(language.English), Heading(form), texts["form.sheet", form.Number], sample ? texts["layout.sample"] : null, About(form), texts["form.part"]));

    /// <summary>All that the workbook says but who had it made and when: equal content, equal figures, headings and age.</summary>
    public byte[] Content(FormTable form, bool sample) =>
        JsonSerializer.SerializeToUtf8Bytes(new { form, heading = Heading(form), body = settings.Current().BodyName(language.English), sample, age = context.PublishedAt, version = context.State.DataVersion });

    /// <summary>The rows as data, shares as percent, headings left out.</summary>
    public static ExportTable Data(FormTable form, string round) => new($"form-{form.Number}-{round}", form.Columns.Select(c => c.Key).ToList(),
        form.Lines.Select(IReadOnlyList<object?> (row) => form.Columns.Select((_, i) => form.Value(row, i)).ToList()).ToList());

    public string Heading(FormTable form) => $"{texts["form.number", form.Number]}. {form.Title}";

    /// <summary>Marking, age of the figures, who and when.</summary>
    public IReadOnlyList<string> About(FormTable form) =>
    [
        texts["layout.internal"],
        texts["form.as-of", formats.Instant(context.PublishedAt), formats.Count(context.State.DataVersion)],
        texts["form.made", current.Required.UserName, formats.Instant(time.GetUtcNow().UtcDateTime)],
    ];
}
