using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Briefings.Docx;

/// <summary>What stands outside the text of a paper's pages: the number and the sample mark above, the sample mark and small text below.</summary>
sealed class DocxMargins
{
    readonly string header, firstHeader, footer;

    public DocxMargins(Paper paper, PaperForm form, DocxFile file)
    {
        // Of the language of the whole file: a mark and a date say nothing a spelling check would mend.
        var text = new DocxText(form, null);
        var number = DocxText.Paragraph(DocxStyles.PageNumber, new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " });
        List<Paragraph> mark = paper.SampleMark is { } sample ? [text.Paragraph(DocxStyles.Mark, sample)] : [];
        List<Paragraph> foot = paper.Foot.Length > 0 ? [text.Paragraph(DocxStyles.Foot, paper.Foot)] : [];
        header = file.Add("header", new Header(Some([number, .. mark])));
        firstHeader = form.PageNumber.OnFirstPage ? header : file.Add("header", new Header(Some(mark)));
        footer = file.Add("footer", new Footer(Some([.. mark, .. foot])));

        IEnumerable<OpenXmlElement> Some(List<Paragraph> paragraphs) =>
            paragraphs.Count == 0 ? [DocxText.Paragraph(DocxStyles.Foot)] : paragraphs.Select(p => p.CloneNode(deep: true));
    }

    /// <param name="first">A paper's first section begins at page 1, which has a header of its own.</param>
    public SectionProperties Section(DocxPage page, bool first)
    {
        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = header }, new FooterReference { Type = HeaderFooterValues.Default, Id = footer });
        if (first)
            section.Append(
                new HeaderReference { Type = HeaderFooterValues.First, Id = firstHeader }, new FooterReference { Type = HeaderFooterValues.First, Id = footer });
        // Not OddPage: LibreOffice then prints the first page's header on the second too. With mirrored margins a page 1 is a front anyway.
        section.Append(new SectionType { Val = SectionMarkValues.NextPage }, page.Size(), page.Margin());
        if (first) section.Append(new PageNumberType { Start = 1 }, new TitlePage());
        return section;
    }
}
