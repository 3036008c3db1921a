using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;

namespace Analytics.Web.Briefings.Pdf;

/// <summary>Sets one paper: its sections on pages numbered from 1.</summary>
sealed class PdfPaper(Paper paper, PdfSetter setter)
{
    public List<PdfPage> Pages()
    {
        var (signed, appendix) = PaperSection.Of(paper);
        var pages = new List<PdfPage>();
        foreach (var (i, section) in signed.Concat(appendix).Index())
        {
            var sheet = new PdfSheet(new DocxPage(setter.Form, section.Landscape), setter.Form.Page.Mirrored);
            List<PdfBox> boxes = i == 0 ? [.. PdfHead.Of(paper.Head, sheet.TextWidth, setter), .. PdfTitle.Of(paper, sheet.TextWidth, setter)] : [];
            foreach (var block in section.Blocks) boxes.AddRange(Set(block, sheet));
            if (i == signed.Count - 1) PdfEnd.AddTo(boxes, paper, sheet.TextWidth, setter);
            pages.AddRange(PdfFlow.Pages(boxes, sheet, pages.Count + 1));
        }
        var margins = new PdfMargins(paper, setter);
        foreach (var page in pages) margins.AddTo(page);
        return pages;
    }

    IEnumerable<PdfBox> Set(PaperBlock block, PdfSheet sheet) => block switch
    {
        PaperHeading heading => setter.Paragraph(DocxStyles.Heading(heading.Level), heading.Text, sheet.TextWidth),
        PaperParagraph { LeadsOn: true } paragraph => setter.Paragraph(setter.Style(DocxStyles.Text) with { KeepNext = true }, paragraph.Text, sheet.TextWidth),
        PaperParagraph paragraph => setter.Paragraph(DocxStyles.Text, paragraph.Text, sheet.TextWidth),
        PaperList list => list.Items.SelectMany(item => setter.Paragraph(DocxStyles.Item, "- " + item, sheet.TextWidth)),
        PaperNote note => setter.Paragraph(DocxStyles.Note, note.Text, sheet.TextWidth),
        PaperTable table => new PdfTable(table, sheet, setter).Boxes(),
        PaperPicture picture => PdfPicture.Of(picture, sheet, setter),
        _ => throw new ArgumentException($"A {block.GetType().Name} has no form."),
    };
}
