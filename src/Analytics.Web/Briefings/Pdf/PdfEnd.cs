using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;

namespace Analytics.Web.Briefings.Pdf;

/// <summary>Under the text: to whom copies go on the left, who signs on the right, never on a page without a line of the text.</summary>
static class PdfEnd
{
    public static void AddTo(List<PdfBox> boxes, Paper paper, double width, PdfSetter setter)
    {
        if (paper.Signature is null && paper.Recipients.Count == 0) return;
        boxes[^1] = boxes[^1] with { KeepNext = true };
        boxes.AddRange(setter.Paragraph(DocxStyles.Gap, "", width));
        boxes.Add(PdfBox.Beside((0, PdfBox.Stacked(Recipients(paper, width / 2, setter))), (width / 2, PdfBox.Stacked(Signature(paper.Signature, width / 2, setter)))));
    }

    static IEnumerable<PdfBox> Recipients(Paper paper, double width, PdfSetter setter) => paper.Recipients.Count == 0 ? [] :
    [
        .. setter.Paragraph(DocxStyles.RecipientsLabel, paper.Language == "en" ? "Copies to:" : "Nơi nhận:", width),
        .. paper.Recipients.SelectMany((who, i) => setter.Paragraph(DocxStyles.Recipient, $"- {who}{(i == paper.Recipients.Count - 1 ? '.' : ';')}", width)),
    ];

    static IEnumerable<PdfBox> Signature(PaperSignature? signature, double width, PdfSetter setter) => signature is null ? [] :
    [
        .. signature.Capacity.SelectMany((line, i) => setter.Paragraph(i == 0 ? DocxStyles.Capacity : DocxStyles.Deputy, line, width)),
        .. Enumerable.Range(0, setter.Form.Signature.BlankLines).SelectMany(_ => setter.Paragraph(DocxStyles.Deputy, "", width)),
        .. setter.Paragraph(DocxStyles.Name, signature.Name, width),
    ];
}
