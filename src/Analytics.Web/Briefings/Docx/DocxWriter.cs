using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Briefings.Docx;

/// <summary>Writes papers as a Word document in the form of the profile. The same papers, form and time give the same bytes.</summary>
/// <remarks>
/// A paper is a run of sections: the first begins at page 1, a <see cref="PaperBreak"/> begins the next, upright or lying, and the
/// appendix begins one upright unless it begins with a break of its own. A break before any other block turns the page the head
/// stands on; breaks in a row count as the last of them, and one at the end counts for nothing, so that no page is left empty.
/// </remarks>
static class DocxWriter
{
    /// <param name="at">When it was written, in UTC: kept in the properties, not printed.</param>
    public static byte[] Write(Paper paper, PaperForm form, DateTime at) => Write([paper], form, at);

    /// <summary>Several papers in one file, each from page 1 on a sheet of its own; the properties are those of the first.</summary>
    /// <exception cref="ArgumentException">There is no paper, or the cells of a table do not fit its columns.</exception>
    public static byte[] Write(IReadOnlyList<Paper> papers, PaperForm form, DateTime at)
    {
        if (papers.Count == 0) throw new ArgumentException("There is no paper to write.", nameof(papers));
        var file = new DocxFile();
        var body = new Body();
        for (var i = 0; i < papers.Count; i++) new DocxPaper(papers[i], form, file, papers[i].Language == papers[0].Language, i == papers.Count - 1).AddTo(body);
        file.Add("styles", DocxStyles.Of(form, papers[0].Language));
        file.Add("settings", DocxSettings.Of(form, papers[0].Language));
        return file.Bytes(new Document(body), DocxProperties.Of(papers[0], form, at));
    }
}
