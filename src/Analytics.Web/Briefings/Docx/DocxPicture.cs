using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Analytics.Web.Briefings.Docx;

/// <summary>A picture in the text, as wide as it and not higher than leaves room for its caption on the page.</summary>
static class DocxPicture
{
    /// <summary>A twentieth of a point in the unit of drawings.</summary>
    const long Emu = 635;

    /// <summary>Of the text's height; the rest is for heading and caption.</summary>
    const double Highest = 0.8;

    public static IEnumerable<OpenXmlElement> Of(PaperPicture picture, DocxPage page, DocxText text, DocxFile file)
    {
        if (picture.PixelWidth <= 0 || picture.PixelHeight <= 0) throw new ArgumentException($"A picture of {picture.PixelWidth} × {picture.PixelHeight} pixels: {picture.Caption}");
        var scale = Math.Min((double)page.TextWidth / picture.PixelWidth, page.TextHeight * Highest / picture.PixelHeight);
        long width = (long)(picture.PixelWidth * scale) * Emu, height = (long)(picture.PixelHeight * scale) * Emu;
        var id = file.AddPng(picture.Png);
        var number = (uint)file.Pictures;
        yield return DocxText.Paragraph(DocxStyles.Picture, new Run(new Drawing(new W.Inline(
            new W.Extent { Cx = width, Cy = height },
            new W.DocProperties { Id = number, Name = $"Hình {number}", Description = text.Clean(picture.AlternativeText) },
            new W.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(Shape(id, number, width, height)) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        })));
        if (picture.Caption.Length > 0) yield return text.Paragraph(DocxStyles.PictureCaption, picture.Caption);
    }

    static P.Picture Shape(string id, uint number, long width, long height) => new(
        new P.NonVisualPictureProperties(new P.NonVisualDrawingProperties { Id = number, Name = $"image{number}.png" }, new P.NonVisualPictureDrawingProperties()),
        new P.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
        new P.ShapeProperties(
            new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
            new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));
}
