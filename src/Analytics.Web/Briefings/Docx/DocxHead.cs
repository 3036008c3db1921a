using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Briefings.Docx;

/// <summary>The block above a paper: two columns without lines, the number level with place and date.</summary>
static class DocxHead
{
    /// <summary>Width of <see cref="PaperHead.Party"/> in sizes of its letters: sum of the advances of Times New Roman Bold.</summary>
    const double PartyEm = 13.777;

    public static IEnumerable<OpenXmlElement> Of(PaperHead head, PaperForm form, DocxPage page, DocxText text)
    {
        var left = page.TextWidth / 2;
        var table = new Table(DocxTable.Properties(DocxStyles.Frame, page.TextWidth), new TableGrid(Column(left), Column(page.TextWidth - left)));
        table.AppendChild(Row(
            [text.Paragraph(DocxStyles.Superior, head.Superior), text.Paragraph(DocxStyles.Body, head.Body), text.Paragraph(DocxStyles.Star, "*")],
            [text.Paragraph(DocxStyles.Party, PaperHead.Party), Rule(form, page.TextWidth - left)]));
        table.AppendChild(Row([text.Paragraph(DocxStyles.Number, head.Number)], [text.Paragraph(DocxStyles.Date, head.PlaceAndDate)]));
        List<Paragraph> below = [.. head.Subject is { } subject ? [text.Paragraph(DocxStyles.Subject, subject)] : Array.Empty<Paragraph>(),
            .. head.Marks.Select(mark => text.Paragraph(DocxStyles.HeadMark, mark))];
        if (below.Count > 0) table.AppendChild(Row(below, [DocxText.Paragraph(DocxStyles.Date)]));
        return [table];

        TableRow Row(List<Paragraph> leftCell, List<Paragraph> rightCell) =>
            new(new TableRowProperties(new CantSplit()), DocxTable.Cell(left, leftCell), DocxTable.Cell(page.TextWidth - left, rightCell));
    }

    /// <summary>As long as the words above it, which the size of the column and the widths of their letters tell.</summary>
    static Paragraph Rule(PaperForm form, int column)
    {
        var rule = DocxText.Paragraph(DocxStyles.PartyRule);
        var side = DocxTable.Number((column - DocxPage.OfPt(PartyEm * form.Head.PartyPt)) / 2);
        rule.ParagraphProperties!.Indentation = new() { Left = side, Right = side };
        return rule;
    }

    static GridColumn Column(int width) => new() { Width = DocxTable.Number(width) };
}
