using System.Globalization;
using System.Security;
using Analytics.Web.Briefings.Papers;

namespace Analytics.Web.Briefings.Docx;

/// <summary>The properties of a file: title, body, language, time. Neither a person nor a machine.</summary>
static class DocxProperties
{
    public static string Of(Paper paper, PaperForm form, DateTime at)
    {
        var text = new DocxText(form, null);
        string Escaped(string words) => SecurityElement.Escape(text.Clean(words).Replace('\n', ' '));
        var time = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $"""
            <?xml version="1.0" encoding="utf-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{Escaped(paper.FileTitle)}</dc:title><dc:creator>{Escaped(paper.Head.Body)}</dc:creator><dc:language>{DocxText.Tag(paper.Language).Val}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{time}</dcterms:modified></cp:coreProperties>
            """;
    }
}
