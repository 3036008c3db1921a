using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;

namespace Analytics.Web.Briefings.Pdf;

/// <summary>The block above a paper: two columns without lines, the number level with place and date.</summary>
static class PdfHead
{
    /// <summary>Of the rule under the Party's name, and how far below the words, in points.</summary>
    const double RuleThickness = 0.75, RuleBelow = 1;

    public static IEnumerable<PdfBox> Of(PaperHead head, double width, PdfSetter setter)
    {
        var half = width / 2;
        yield return Row(
            [.. Set(DocxStyles.Superior, head.Superior), .. Set(DocxStyles.Body, head.Body), .. Set(DocxStyles.Star, "*")],
            [.. Set(DocxStyles.Party, PaperHead.Party), Rule(half, setter)]);
        yield return Row(Set(DocxStyles.Number, head.Number), Set(DocxStyles.Date, head.PlaceAndDate));
        List<PdfBox> below = [.. head.Subject is { } subject ? Set(DocxStyles.Subject, subject) : [], .. head.Marks.SelectMany(mark => Set(DocxStyles.HeadMark, mark))];
        if (below.Count > 0) yield return Row(below, []);

        List<PdfBox> Set(string style, string words) => setter.Paragraph(style, words, half);
        PdfBox Row(List<PdfBox> left, List<PdfBox> right) => PdfBox.Beside((0, PdfBox.Stacked(left)), (half, PdfBox.Stacked(right))) with { KeepNext = true };
    }

    /// <summary>As long as the words above it.</summary>
    static PdfBox Rule(double column, PdfSetter setter)
    {
        var side = Math.Max(0, (column - setter.Width(PaperHead.Party, DocxStyles.Party)) / 2);
        return new(setter.LineHeight(DocxStyles.PartyRule), [new PdfStroke(side, 0, column - side, 0, RuleThickness)]) { Before = RuleBelow };
    }
}
