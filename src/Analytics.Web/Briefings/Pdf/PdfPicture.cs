using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;

namespace Analytics.Web.Briefings.Pdf;

/// <summary>A picture in the text, as wide as it and not higher than leaves room for its caption on the page.</summary>
/// <remarks>The drawing library writes no tags: the alternative text is in the Word document only.</remarks>
static class PdfPicture
{
    /// <summary>Of the text's height; the rest is for heading and caption.</summary>
    const double Highest = 0.8;

    public static IEnumerable<PdfBox> Of(PaperPicture picture, PdfSheet sheet, PdfSetter setter)
    {
        if (picture.PixelWidth <= 0 || picture.PixelHeight <= 0) throw new ArgumentException($"A picture of {picture.PixelWidth} × {picture.PixelHeight} pixels: {picture.Caption}");
        var scale = Math.Min(sheet.TextWidth / picture.PixelWidth, sheet.TextHeight * Highest / picture.PixelHeight);
        var (width, height) = (picture.PixelWidth * scale, picture.PixelHeight * scale);
        yield return new PdfBox(height, [new PdfImage((sheet.TextWidth - width) / 2, 0, width, height, picture.Png)])
        {
            Before = setter.Style(DocxStyles.Picture).Before,
            KeepNext = picture.Caption.Length > 0,
        };
        if (picture.Caption.Length == 0) yield break;
        foreach (var line in setter.Paragraph(DocxStyles.PictureCaption, picture.Caption, sheet.TextWidth)) yield return line;
    }
}
