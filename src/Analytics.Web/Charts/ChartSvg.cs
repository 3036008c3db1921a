using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Analytics.Web.Charts;

/// <summary>Makes of Skia's raw SVG a picture that scales, speaks and can stand beside others on a page.</summary>
internal static class ChartSvg
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    static readonly XNamespace XLink = "http://www.w3.org/1999/xlink";

    /// <summary>Adds viewBox, role, title, description; makes ids unique; one x per text; optionally carries the font.</summary>
    /// <param name="spots">Laid over the picture, unseen until pointed at.</param>
    public static byte[] Finish(string raw, ChartSize size, ChartText text, bool embedFont, IEnumerable<ChartSpot> spots)
    {
        var root = XDocument.Parse(raw).Root!;
        var prefix = RenameIds(root, text);
        // The cleared canvas arrives as a rectangle without a fill, which SVG would paint black.
        root.Elements(Svg + "rect").Where(r => r.Attribute("fill") is null).Remove();
        foreach (var element in root.Descendants(Svg + "text").ToList()) Simplify(element);
        root.SetAttributeValue("viewBox", $"0 0 {size.Width.ToString(CultureInfo.InvariantCulture)} {size.Height.ToString(CultureInfo.InvariantCulture)}");
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue(XNamespace.Xml + "lang", text.Lang);
        root.SetAttributeValue("lang", text.Lang);
        root.SetAttributeValue("aria-labelledby", $"{prefix}title {prefix}desc");
        root.AddFirst(
            new XElement(Svg + "title", new XAttribute("id", prefix + "title"), ChartFonts.Clean(text.Title)),
            new XElement(Svg + "desc", new XAttribute("id", prefix + "desc"), ChartFonts.Clean(text.Alt)),
            embedFont ? new XElement(Svg + "style", FontFace(400, ChartFonts.FileOf(false)) + FontFace(700, ChartFonts.FileOf(true))) : null);
        if (spots.Select(Drawn).ToList() is { Count: > 0 } drawn) root.Add(new XElement(Svg + "g", new XAttribute("class", "spots"), drawn));
        return Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting));
    }

    static XElement Drawn(ChartSpot spot) => new(Svg + "path",
        spot.IsLine ? new XAttribute("class", "line") : null,
        spot.Series.Length > 0 ? new XAttribute("data-series", spot.Series) : null,
        new XAttribute("d", spot.Outline),
        new XElement(Svg + "title", ChartFonts.Clean(spot.Label)));

    /// <summary>
    /// Numbers ids in document order, since Skia counts through the whole process, and prefixes them with a hash of the
    /// content: equal pictures are equal bytes, different ones can share a page. Returns the prefix.
    /// </summary>
    static string RenameIds(XElement root, ChartText text)
    {
        var names = root.Descendants().Attributes("id").Select((id, i) => (id.Value, Name: i.ToString(CultureInfo.InvariantCulture)))
            .ToDictionary(p => p.Value, p => p.Name, StringComparer.Ordinal);
        Rename(root, id => names.GetValueOrDefault(id, id));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting) + text.Title + text.Alt));
        var prefix = "c" + Convert.ToHexStringLower(hash)[..10] + "-";
        Rename(root, id => prefix + id);
        return prefix;
    }

    static void Rename(XElement root, Func<string, string> name)
    {
        const string local = "url(#";
        foreach (var attribute in root.Descendants().Attributes())
        {
            if (attribute.Name == "id") attribute.Value = name(attribute.Value);
            else if (attribute.Name == XLink + "href" && attribute.Value.StartsWith('#')) attribute.Value = "#" + name(attribute.Value[1..]);
            else if (attribute.Value.StartsWith(local, StringComparison.Ordinal)) attribute.Value = $"{local}{name(attribute.Value[local.Length..^1])})";
        }
    }

    /// <summary>
    /// Keeps the first x of each text and states its measured length: the words stay selectable and whole, and a
    /// viewer without the font squeezes its own into the same place.
    /// </summary>
    static void Simplify(XElement element)
    {
        foreach (var name in new[] { "x", "y" })
            if (element.Attribute(name) is { } place && First(place.Value) is { } first) place.Value = first;
        var size = float.Parse(element.Attribute("font-size")!.Value, CultureInfo.InvariantCulture);
        var bold = element.Attribute("font-weight")?.Value is { } weight && weight != "normal" && weight != "400";
        element.Value = element.Value.Trim();
        if (bold) element.SetAttributeValue("font-weight", "700"); // the file calls itself 600
        element.SetAttributeValue("font-family", ChartFonts.Stack);
        element.SetAttributeValue("font-kerning", "none");
        element.SetAttributeValue("textLength", ChartFonts.Measure(element.Value, size, bold).ToString("0.##", CultureInfo.InvariantCulture));
        element.SetAttributeValue("lengthAdjust", "spacingAndGlyphs");
    }

    static string? First(string places) => places.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();

    static string FontFace(int weight, byte[] file) =>
        $"@font-face{{font-family:'{ChartFonts.Family}';font-weight:{weight.ToString(CultureInfo.InvariantCulture)};src:url(data:font/ttf;base64,{Convert.ToBase64String(file)}) format('truetype')}}";
}
