using System.Globalization;
using System.Xml.Linq;
using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Tests.Briefings;

/// <summary>A written document read back: its parts, and what a paragraph looks like once its styles are followed up to the defaults.</summary>
sealed class DocxRead : IDisposable
{
    readonly MemoryStream bytes;
    readonly WordprocessingDocument document;

    public DocxRead(byte[] written)
    {
        bytes = new MemoryStream(written);
        document = WordprocessingDocument.Open(bytes, isEditable: false);
    }

    public DocxRead(params Paper[] papers) : this(DocxWriter.Write(papers, Form, DocxPapers.At))
    {
    }

    public static PaperForm Form { get; } = PaperForm.Load(PaperForm.File);

    public MainDocumentPart Main => document.MainDocumentPart!;
    public Body Body => Main.Document!.Body!;
    public Styles Styles => Main.StyleDefinitionsPart!.Styles!;
    public Settings Settings => Main.DocumentSettingsPart!.Settings!;
    public List<Table> Tables => [.. Body.Elements<Table>()];
    public List<SectionProperties> Sections => [.. Body.Descendants<SectionProperties>()];

    /// <summary>Everything printed: the text and what stands above and below it.</summary>
    public IEnumerable<OpenXmlPartRootElement> Roots =>
        [Main.Document!, .. Main.HeaderParts.Select(p => p.Header!), .. Main.FooterParts.Select(p => p.Footer!)];

    /// <summary>By name without its prefix; null where the file has no such property.</summary>
    public string? Property(string name)
    {
        using var stream = document.CoreFilePropertiesPart!.GetStream();
        return XDocument.Load(stream).Root!.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value;
    }

    public List<string> Faults() =>
        [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];

    /// <summary>The one paragraph of the text that reads so.</summary>
    public Paragraph Paragraph(string words) => Body.Descendants<Paragraph>().Single(p => p.InnerText == words);

    public string Header(SectionProperties section, HeaderFooterValues type) =>
        ((HeaderPart)Main.GetPartById(section.Elements<HeaderReference>().Single(r => r.Type! == type).Id!)).Header!.InnerText;

    public string Footer(SectionProperties section, HeaderFooterValues type) =>
        ((FooterPart)Main.GetPartById(section.Elements<FooterReference>().Single(r => r.Type! == type).Id!)).Footer!.InnerText;

    /// <summary>Size of the letters in points.</summary>
    public double Pt(Paragraph paragraph) =>
        double.Parse((Find(paragraph, s => s.StyleRunProperties?.FontSize?.Val) ?? Defaults.FontSize!.Val!).Value!, CultureInfo.InvariantCulture) / 2;

    public string Font(Paragraph paragraph) => (Find(paragraph, s => s.StyleRunProperties?.RunFonts?.Ascii) ?? Defaults.RunFonts!.Ascii!).Value!;

    public bool Bold(Paragraph paragraph) => Find(paragraph, s => s.StyleRunProperties?.Bold)?.Val?.Value ?? false;

    public bool Italic(Paragraph paragraph) => Find(paragraph, s => s.StyleRunProperties?.Italic)?.Val?.Value ?? false;

    public string? Align(Paragraph paragraph) => Find(paragraph, s => s.StyleParagraphProperties?.Justification)?.Val?.InnerText;

    /// <summary>The nearest of a paragraph's styles that says something of the property.</summary>
    public T? Find<T>(Paragraph paragraph, Func<Style, T?> property) where T : class
    {
        for (var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "Normal"; id is not null;)
        {
            var style = Styles.Elements<Style>().Single(s => s.StyleId == id);
            if (property(style) is { } found) return found;
            id = style.BasedOn?.Val?.Value;
        }
        return null;
    }

    RunPropertiesBaseStyle Defaults => Styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;

    public void Dispose()
    {
        document.Dispose();
        bytes.Dispose();
    }
}
