using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Briefings.Docx;

/// <summary>Between head and text: what a report is and about, or to whom a letter goes.</summary>
static class DocxTitle
{
    public static IEnumerable<OpenXmlElement> Of(Paper paper, PaperForm form, DocxText text)
    {
        // A table and the text under it would touch.
        yield return DocxText.Paragraph(DocxStyles.Gap);
        if (paper.Title is { } title)
        {
            yield return text.Paragraph(DocxStyles.Kind, title.Kind);
            foreach (var line in title.Subject) yield return text.Paragraph(DocxStyles.TitleSubject, line);
            yield return text.Paragraph(DocxStyles.TitleRule, form.Title.Rule);
        }
        var to = paper.Language == "en" ? "To:" : "Kính gửi:";
        if (paper.Addressees is [var only]) yield return text.Paragraph(DocxStyles.Addressee, $"{to} {only}");
        else
            foreach (var (i, addressee) in paper.Addressees.Index())
            {
                var words = $"- {addressee}{(i == paper.Addressees.Count - 1 ? '.' : ';')}";
                yield return i == 0
                    ? DocxText.Paragraph(DocxStyles.Addressees, text.Run(to), new Run(new TabChar()), text.Run(words))
                    : text.Paragraph(DocxStyles.NextAddressee, words);
            }
    }
}
