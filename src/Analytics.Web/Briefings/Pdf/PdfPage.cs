using Analytics.Web.Briefings.Docx;

namespace Analytics.Web.Briefings.Pdf;

/// <summary>One page: its size and where boxes stand on it, in points from the upper left corner.</summary>
/// <param name="Number">In its paper, from 1.</param>
sealed record PdfPage(PdfSheet Sheet, int Number)
{
    public List<(double X, double Y, PdfBox Box)> Placed { get; } = [];

    public double Left => Sheet.LeftOf(Number);
}

/// <summary>The sheet of a section: the page of the Word document in points.</summary>
/// <param name="mirrored">Left and right change places on the back.</param>
sealed class PdfSheet(DocxPage page, bool mirrored)
{
    const double Twentieths = 20;

    public double Width => page.Width / Twentieths;
    public double Height => page.Height / Twentieths;
    public double Top => page.Top / Twentieths;
    public double TextWidth => page.TextWidth / Twentieths;
    public double TextHeight => page.TextHeight / Twentieths;

    public double LeftOf(int number) => (mirrored && number % 2 == 0 ? page.Right : page.Left) / Twentieths;
}
