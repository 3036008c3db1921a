using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Briefings.Docx;

/// <summary>Under the text: to whom copies go on the left, who signs on the right, never on a page without a line of the text.</summary>
static class DocxEnd
{
    public static void AddTo(List<OpenXmlElement> written, Paper paper, PaperForm form, DocxPage page, DocxText text)
    {
        if (paper.Signature is null && paper.Recipients.Count == 0) return;
        if (written[^1] is Paragraph { ParagraphProperties: { } before }) before.KeepNext = new();
        written.Add(DocxText.Paragraph(DocxStyles.Gap));
        var left = page.TextWidth / 2;
        var right = page.TextWidth - left;
        written.Add(new Table(
            DocxTable.Properties(DocxStyles.Frame, page.TextWidth),
            new TableGrid(new GridColumn { Width = DocxTable.Number(left) }, new GridColumn { Width = DocxTable.Number(right) }),
            new TableRow(new TableRowProperties(new CantSplit()), DocxTable.Cell(left, Recipients(paper, text)), DocxTable.Cell(right, Signature(paper.Signature, form, text)))));
        // Word wants a paragraph after a table that ends a text.
        written.Add(DocxText.Paragraph(DocxStyles.SectionEnd));
    }

    static IEnumerable<Paragraph> Recipients(Paper paper, DocxText text)
    {
        if (paper.Recipients.Count == 0) return [DocxText.Paragraph(DocxStyles.Recipient)];
        return paper.Recipients
            .Select((who, i) => text.Paragraph(DocxStyles.Recipient, $"- {who}{(i == paper.Recipients.Count - 1 ? '.' : ';')}"))
            .Prepend(text.Paragraph(DocxStyles.RecipientsLabel, paper.Language == "en" ? "Copies to:" : "Nơi nhận:"));
    }

    static IEnumerable<Paragraph> Signature(PaperSignature? signature, PaperForm form, DocxText text)
    {
        if (signature is null) return [DocxText.Paragraph(DocxStyles.Deputy)];
        return
        [
            .. signature.Capacity.Select((line, i) => text.Paragraph(i == 0 ? DocxStyles.Capacity : DocxStyles.Deputy, line)),
            .. Enumerable.Range(0, form.Signature.BlankLines).Select(_ => DocxText.Paragraph(DocxStyles.Deputy)),
            text.Paragraph(DocxStyles.Name, signature.Name),
        ];
    }
}
