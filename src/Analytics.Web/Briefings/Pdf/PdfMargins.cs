using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;

namespace Analytics.Web.Briefings.Pdf;

/// <summary>What stands outside the text of a paper's pages: the number and the sample mark above, the sample mark and small text below.</summary>
sealed class PdfMargins(Paper paper, PdfSetter setter)
{
    const double PointsInMm = 72 / 25.4;

    public void AddTo(PdfPage page)
    {
        var form = setter.Form;
        List<PdfBox> above = [.. page.Number > 1 || form.PageNumber.OnFirstPage ? Set(DocxStyles.PageNumber, page.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)) : [], .. Mark()];
        page.Placed.Add((page.Left, form.PageNumber.FromTopMm * PointsInMm, PdfBox.Stacked(above)));
        var below = PdfBox.Stacked([.. Mark(), .. paper.Foot.Length > 0 ? Set(DocxStyles.Foot, paper.Foot) : []]);
        page.Placed.Add((page.Left, page.Sheet.Height - form.Page.FooterMm * PointsInMm - below.Height, below));

        List<PdfBox> Mark() => paper.SampleMark is { } mark ? Set(DocxStyles.Mark, mark) : [];
        List<PdfBox> Set(string style, string words) => setter.Paragraph(style, words, page.Sheet.TextWidth);
    }
}
