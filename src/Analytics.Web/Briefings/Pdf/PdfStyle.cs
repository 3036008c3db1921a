namespace Analytics.Web.Briefings.Pdf;

enum PdfAlign
{
    Left,
    Center,
    Right,
    Both,
}

/// <summary>How a paragraph looks, all of it in points.</summary>
/// <param name="LinePt">Exact height of a line; null as high as its letters ask for.</param>
/// <param name="FirstLine">Indent of the first line beyond <paramref name="Left"/>; below 0 hangs.</param>
sealed record PdfStyle(
    double Pt, bool Bold, bool Italic, bool Underlined, PdfAlign Align, double Before, double After, double? LinePt, double Left, double FirstLine, bool KeepNext);
