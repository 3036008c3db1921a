using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Briefings.Docx;

/// <summary>One paper of a document: its sections, each ended by the properties of its pages.</summary>
/// <param name="last">The properties of the last section of a file stand at the end of its body, not in a paragraph.</param>
sealed class DocxPaper(Paper paper, PaperForm form, DocxFile file, bool inLanguageOfFile, bool last)
{
    readonly DocxText text = new(form, inLanguageOfFile ? null : paper.Language);
    readonly DocxMargins margins = new(paper, form, file);

    public void AddTo(Body body)
    {
        var (signed, appendix) = PaperSection.Of(paper);
        List<PaperSection> parts = [.. signed, .. appendix];
        foreach (var (i, part) in parts.Index())
        {
            var page = new DocxPage(form, part.Landscape);
            var written = new List<OpenXmlElement>();
            if (i == 0) written.AddRange([.. DocxHead.Of(paper.Head, form, page, text), .. DocxTitle.Of(paper, form, text)]);
            foreach (var block in part.Blocks) written.AddRange(Write(block, page));
            if (i == signed.Count - 1) DocxEnd.AddTo(written, paper, form, page, text);

            var section = margins.Section(page, first: i == 0);
            if (last && i == parts.Count - 1) written.Add(section);
            else if (written[^1] is Paragraph { ParagraphProperties: { } ending }) ending.SectionProperties = section;
            else written.Add(new Paragraph(new ParagraphProperties { ParagraphStyleId = new() { Val = DocxStyles.SectionEnd }, SectionProperties = section }));
            body.Append(written);
        }
    }

    IEnumerable<OpenXmlElement> Write(PaperBlock block, DocxPage page) => block switch
    {
        PaperHeading heading => [text.Paragraph(DocxStyles.Heading(heading.Level), heading.Text)],
        PaperParagraph paragraph => [Paragraph(paragraph)],
        PaperList list => list.Items.Select(item => text.Paragraph(DocxStyles.Item, "- " + item)),
        PaperNote note => [text.Paragraph(DocxStyles.Note, note.Text)],
        PaperTable table => DocxTable.Of(table, page, text),
        PaperPicture picture => DocxPicture.Of(picture, page, text, file),
        _ => throw new ArgumentException($"A {block.GetType().Name} has no form."),
    };

    Paragraph Paragraph(PaperParagraph paragraph)
    {
        var written = text.Paragraph(DocxStyles.Text, paragraph.Text);
        if (paragraph.LeadsOn) written.ParagraphProperties!.KeepNext = new();
        return written;
    }
}
