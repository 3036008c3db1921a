using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Briefings.Pdf;

/// <summary>The styles of the Word document, each followed up to what it is based on: both kinds of file take their sizes from one list.</summary>
sealed class PdfStyles
{
    const double Twentieths = 20;

    readonly Dictionary<string, DocxStyle> listed;
    readonly Dictionary<string, PdfStyle> known = new(StringComparer.Ordinal);
    readonly double textPt;

    public PdfStyles(PaperForm form)
    {
        textPt = form.Text.SizePt;
        listed = DocxTextStyles.List(form).Concat(DocxHeadStyles.List(form)).Concat(DocxTableStyles.Cells(form)).ToDictionary(s => s.Id, StringComparer.Ordinal);
    }

    /// <param name="id">One of <see cref="DocxStyles"/>.</param>
    public PdfStyle this[string id] => known.TryGetValue(id, out var style) ? style : known[id] = Resolve(id);

    PdfStyle Resolve(string id)
    {
        List<DocxStyle> up = [];
        for (var at = id; at is not null; at = listed[at].BasedOn) up.Add(listed[at]);
        return new(
            Nearest(s => s.Pt) ?? textPt, Nearest(s => s.Bold) ?? false, Nearest(s => s.Italic) ?? false, up.Exists(s => s.Underlined), AlignOf(Nearest(s => s.Align)),
            Nearest(s => s.Before) ?? 0, Nearest(s => s.After) ?? 0, Nearest(s => s.LinePt), (Nearest(s => s.Left) ?? 0) / Twentieths, (Nearest(s => s.FirstLine) ?? 0) / Twentieths,
            Nearest(s => s.KeepNext) ?? false);

        T? Nearest<T>(Func<DocxStyle, T?> property) where T : struct => up.Select(property).FirstOrDefault(value => value is not null);
    }

    static PdfAlign AlignOf(JustificationValues? align) => align == JustificationValues.Center ? PdfAlign.Center
        : align == JustificationValues.Right ? PdfAlign.Right
        : align == JustificationValues.Both ? PdfAlign.Both
        : PdfAlign.Left;
}
