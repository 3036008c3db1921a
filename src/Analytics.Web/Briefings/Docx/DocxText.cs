using System.Text;
using System.Xml;
using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Briefings.Docx;

/// <summary>Paragraphs of texts as a document may hold them: composed letters (NFC), no sign XML forbids, the profile's spelling.</summary>
/// <param name="language">Marked on every run; null where it is the language of the file's styles.</param>
sealed class DocxText(PaperForm form, string? language)
{
    public static Paragraph Paragraph(string style, params ReadOnlySpan<OpenXmlElement> content)
    {
        var paragraph = new Paragraph(new ParagraphProperties { ParagraphStyleId = new() { Val = style } });
        foreach (var element in content) paragraph.AppendChild(element);
        return paragraph;
    }

    public Paragraph Paragraph(string style, string words) => Clean(words).Length == 0 ? Paragraph(style) : Paragraph(style, Run(words));

    /// <summary>A line feed becomes a line break, any other blank a space.</summary>
    /// <param name="style">Of the letters, where they differ from their paragraph's.</param>
    public Run Run(string words, string? style = null)
    {
        var run = new Run();
        if (style is not null || language is not null)
            run.RunProperties = new() { RunStyle = style is null ? null : new() { Val = style }, Languages = language is null ? null : Tag(language) };
        foreach (var (i, line) in Clean(words).Split('\n').Index())
        {
            if (i > 0) run.AppendChild(new Break());
            run.AppendChild(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    public static Languages Tag(string language) => language == "en" ? new() { Val = "en-GB", EastAsia = "en-GB" } : new() { Val = "vi-VN", EastAsia = "vi-VN" };

    public string Clean(string words)
    {
        var kept = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            if (i + 1 < words.Length && XmlConvert.IsXmlSurrogatePair(words[i + 1], c)) kept.Append(c).Append(words[++i]);
            else if (c is '\t') kept.Append(' ');
            else if (c is not '\r' && XmlConvert.IsXmlChar(c)) kept.Append(c);
        }
        return form.Spell(kept.ToString().Normalize(NormalizationForm.FormC));
    }
}
