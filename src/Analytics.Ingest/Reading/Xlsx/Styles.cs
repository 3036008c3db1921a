using System.Globalization;
using Analytics.Ingest.Reading.Grid;
using Analytics.Ingest.Reading.Packages;

namespace Analytics.Ingest.Reading.Xlsx;

/// <summary>What numbers mean, by the styles of a workbook.</summary>
internal static class Styles
{
    /// <summary>Formats by the style number of a cell.</summary>
    public static NumberFormat[] Read(OfficePackage package, string? part)
    {
        var custom = new Dictionary<int, NumberFormat>();
        var styles = new List<NumberFormat>();
        var insideCellFormats = false;
        using var xml = part is null ? null : package.Read(part);
        while (xml?.Next() == true)
        {
            if (xml.LocalName == "cellXfs")
                insideCellFormats = xml.NodeType == System.Xml.XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml.LocalName == "numFmt" && Number(xml.GetAttribute("numFmtId")) is { } id)
                custom.TryAdd(id, NumberFormat.Of(xml.GetAttribute("formatCode") ?? ""));
            else if (insideCellFormats && xml.LocalName == "xf" && xml.NodeType == System.Xml.XmlNodeType.Element)
            {
                var format = Number(xml.GetAttribute("numFmtId")) ?? 0;
                styles.Add(custom.TryGetValue(format, out var known) ? known : NumberFormat.BuiltIn(format));
            }
        }
        return [.. styles];
    }

    static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
