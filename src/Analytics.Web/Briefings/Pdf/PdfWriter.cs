using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;
using SkiaSharp;

namespace Analytics.Web.Briefings.Pdf;

/// <summary>
/// Writes papers as PDF/A, ready to print, in the form of the profile: the same head, text, tables and margins as the Word document. The same papers,
/// form and time give the same bytes.
/// </summary>
static class PdfWriter
{
    public const string MediaType = "application/pdf";

    public static byte[] Write(Paper paper, PaperForm form, PdfFonts fonts, DateTime at) => Write([paper], form, fonts, at);

    /// <summary>Several papers in one file, each from page 1 on a sheet of its own; the properties are those of the first.</summary>
    /// <param name="at">When it was written, in UTC: kept in the properties, not printed.</param>
    /// <exception cref="ArgumentException">There is no paper, or the cells of a table do not fit its columns.</exception>
    public static byte[] Write(IReadOnlyList<Paper> papers, PaperForm form, PdfFonts fonts, DateTime at)
    {
        if (papers.Count == 0) throw new ArgumentException("There is no paper to write.", nameof(papers));
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream, Properties(papers[0], form, at)))
        {
            foreach (var page in Pages(papers, new PdfSetter(form, fonts), form.Page.Mirrored)) Draw(document, page, fonts);
            document.Close();
        }
        return PdfIdentity.OfContents(stream.ToArray());
    }

    /// <summary>Everything that is drawn, page by page.</summary>
    /// <param name="bothSides">A paper begins on a front: after an odd number of pages the back stays empty.</param>
    public static IEnumerable<PdfPage> Pages(IReadOnlyList<Paper> papers, PdfSetter setter, bool bothSides)
    {
        foreach (var (i, paper) in papers.Index())
        {
            var pages = new PdfPaper(paper, setter).Pages();
            foreach (var page in pages) yield return page;
            if (bothSides && i < papers.Count - 1 && pages.Count % 2 == 1) yield return new PdfPage(pages[^1].Sheet, pages.Count + 1);
        }
    }

    static SKDocumentPdfMetadata Properties(Paper paper, PaperForm form, DateTime at)
    {
        var text = new DocxText(form, null);
        return new SKDocumentPdfMetadata
        {
            Title = text.Clean(paper.FileTitle),
            Author = text.Clean(paper.Head.Body),
            Creator = "Analytics",
            Producer = "Analytics",
            Creation = at,
            Modified = at,
            PdfA = true,
            RasterDpi = 300,
            EncodingQuality = 101,
        };
    }

    static void Draw(SKDocument document, PdfPage page, PdfFonts fonts)
    {
        using var canvas = document.BeginPage((float)page.Sheet.Width, (float)page.Sheet.Height);
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        foreach (var (x, y, box) in page.Placed)
            foreach (var mark in box.Marks) Draw(canvas, mark.Moved(x, y), ink, fonts);
        document.EndPage();
    }

    static void Draw(SKCanvas canvas, PdfMark mark, SKPaint ink, PdfFonts fonts)
    {
        switch (mark)
        {
            case PdfLetters letters:
                using (var font = fonts.Font(letters.Style)) canvas.DrawText(letters.Text, (float)letters.X, (float)letters.Y, SKTextAlign.Left, font, ink);
                break;
            case PdfStroke stroke:
                ink.StrokeWidth = (float)stroke.Thickness;
                canvas.DrawLine((float)stroke.X, (float)stroke.Y, (float)stroke.ToX, (float)stroke.ToY, ink);
                break;
            case PdfImage image:
                using (var picture = SKImage.FromEncodedData(image.Png) ?? throw new ArgumentException("A picture of a paper cannot be read."))
                    canvas.DrawImage(picture, new SKRect((float)image.X, (float)image.Y, (float)(image.X + image.Width), (float)(image.Y + image.Height)));
                break;
        }
    }
}
