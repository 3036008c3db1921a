using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Briefings.Docx;

/// <summary>One page of the form, upright or lying, in twentieths of a point.</summary>
/// <remarks>
/// A lying page is an upright one turned by a quarter: its top is at the edge where the sheets are bound, so the wide margin is
/// above, and left and right are the upright page's top and bottom.
/// </remarks>
sealed class DocxPage(PaperForm form, bool landscape)
{
    readonly FormPage page = form.Page;

    public int Width => OfMm(landscape ? page.HeightMm : page.WidthMm);
    public int Height => OfMm(landscape ? page.WidthMm : page.HeightMm);
    public int Top => OfMm(landscape ? page.LeftMm : page.TopMm);
    public int Bottom => OfMm(landscape ? page.RightMm : page.BottomMm);
    public int Left => OfMm(landscape ? page.BottomMm : page.LeftMm);
    public int Right => OfMm(landscape ? page.TopMm : page.RightMm);
    public int TextWidth => Width - Left - Right;
    public int TextHeight => Height - Top - Bottom;

    public static int OfMm(double mm) => (int)Math.Round(mm * 1440 / 25.4);

    public static int OfPt(double pt) => (int)Math.Round(pt * 20);

    public PageSize Size() => new()
    {
        Width = (uint)Width,
        Height = (uint)Height,
        Orient = landscape ? PageOrientationValues.Landscape : PageOrientationValues.Portrait,
    };

    public PageMargin Margin() => new()
    {
        Top = Top,
        Bottom = Bottom,
        Left = (uint)Left,
        Right = (uint)Right,
        Header = (uint)OfMm(form.PageNumber.FromTopMm),
        Footer = (uint)OfMm(page.FooterMm),
        Gutter = 0,
    };
}
