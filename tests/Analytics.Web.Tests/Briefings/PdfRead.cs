using System.Text.RegularExpressions;
using Analytics.Domain.Storage;
using Analytics.Web.Briefings.Papers;
using Analytics.Web.Briefings.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Analytics.Web.Tests.Briefings;

/// <summary>A written PDF read back by another library: what a reader finds, copies and prints.</summary>
sealed partial class PdfRead : IDisposable
{
    readonly PdfDocument document;

    public PdfRead(byte[] written)
    {
        Bytes = written;
        document = PdfDocument.Open(written);
        Pages = [.. document.GetPages()];
    }

    public PdfRead(params Paper[] papers) : this(PdfWriter.Write(papers, DocxRead.Form, Fonts, DocxPapers.At))
    {
    }

    public static PdfFonts Fonts { get; } = PdfFonts.Load(Path.Combine(Places.Data, "fonts"));

    public byte[] Bytes { get; }
    public IReadOnlyList<Page> Pages { get; }
    public DocumentInformation Information => document.Information;

    /// <summary>Everything in the order it was written, blanks single.</summary>
    public string Text => string.Join(' ', Pages.Select(TextOf));

    public static string TextOf(Page page) => Plain(string.Concat(page.Letters.Select((l, i) => i > 0 && IsNewLine(page.Letters[i - 1], l) ? " " + l.Value : l.Value)));

    /// <summary>By the letters' own places: another line, or a gap wider than a blank.</summary>
    static bool IsNewLine(Letter before, Letter now) =>
        Math.Abs(before.StartBaseLine.Y - now.StartBaseLine.Y) > 0.5 || now.StartBaseLine.X < before.EndBaseLine.X - 1 || now.StartBaseLine.X > before.EndBaseLine.X + 3;

    public static string Plain(string text) => Blanks().Replace(text.Normalize(), " ").Trim();

    public void Dispose() => document.Dispose();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
