using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Briefings.Docx;

/// <summary>The parts of a Word document and how they are packed.</summary>
/// <remarks>
/// Packed here and not by System.IO.Packaging, which names relations and the properties by chance and dates the entries with the clock:
/// the same parts must give the same bytes.
/// </remarks>
sealed class DocxFile
{
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    const string RelationsType = "application/vnd.openxmlformats-package.relationships+xml";

    static readonly DateTimeOffset Dated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly List<(string Kind, string Name, byte[] Bytes)> parts = [];

    public int Pictures => parts.Count(p => p.Kind == "image");

    /// <summary>Adds what the document refers to and gives its id there.</summary>
    public string Add(string kind, OpenXmlElement root) => Add(kind, $"{kind}{parts.Count + 1}.xml", Xml(root));

    public string AddPng(byte[] png) => Add("image", $"media/image{parts.Count + 1}.png", png);

    string Add(string kind, string name, byte[] bytes)
    {
        parts.Add((kind, name, bytes));
        return $"rId{parts.Count}";
    }

    public byte[] Bytes(Document document, string properties)
    {
        document.AddNamespaceDeclaration("r", Relations.TrimEnd('/'));
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", Encoding.UTF8.GetBytes(ContentTypes()));
            Put(zip, "_rels/.rels", Encoding.UTF8.GetBytes(RelationsOf([
                ("rId1", Relations + "officeDocument", "word/document.xml"),
                ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")])));
            Put(zip, "docProps/core.xml", Encoding.UTF8.GetBytes(properties));
            Put(zip, "word/document.xml", Xml(document));
            Put(zip, "word/_rels/document.xml.rels", Encoding.UTF8.GetBytes(RelationsOf(parts.Select((p, i) => ($"rId{i + 1}", Relations + p.Kind, p.Name)))));
            foreach (var (_, name, content) in parts) Put(zip, "word/" + name, content);
        }
        return bytes.ToArray();
    }

    string ContentTypes()
    {
        var types = new StringBuilder($"""
            <?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="{RelationsType}"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="{Word}document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
            """);
        foreach (var (kind, name, _) in parts)
            if (kind != "image") types.Append(CultureInfo.InvariantCulture, $"""<Override PartName="/word/{name}" ContentType="{Word}{kind}+xml"/>""");
        return types.Append("</Types>").ToString();
    }

    static string RelationsOf(IEnumerable<(string Id, string Type, string Target)> relations)
    {
        var xml = new StringBuilder("""<?xml version="1.0" encoding="utf-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">""");
        foreach (var (id, type, target) in relations) xml.Append(CultureInfo.InvariantCulture, $"""<Relationship Id="{id}" Type="{type}" Target="{target}"/>""");
        return xml.Append("</Relationships>").ToString();
    }

    static byte[] Xml(OpenXmlElement root)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) })) root.WriteTo(writer);
        return bytes.ToArray();
    }

    static void Put(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Dated;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
