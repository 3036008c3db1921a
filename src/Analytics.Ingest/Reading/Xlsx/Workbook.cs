using Analytics.Ingest.Reading.Packages;

namespace Analytics.Ingest.Reading.Xlsx;

/// <summary>A sheet as the workbook lists it.</summary>
internal sealed record WorkbookSheet(string Name, string Part, bool IsHidden);

/// <summary>The list of sheets, in the order of the tabs, and how days are counted.</summary>
internal sealed record Workbook(IReadOnlyList<WorkbookSheet> Sheets, bool Date1904, string? StylesPart, string? SharedStringsPart)
{
    /// <exception cref="UnreadableFileException">The zip holds no workbook of the .xlsx kind.</exception>
    public static Workbook Read(OfficePackage package)
    {
        var start = Relations.StartPart(package) ?? "xl/workbook.xml";
        if (start.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
            throw NotAWorkbook();
        using var xml = package.Read(start) ?? throw NotAWorkbook();
        var folder = start.Contains('/') ? start[..(start.LastIndexOf('/') + 1)] : "";
        var relations = Relations.Of(package, $"{folder}_rels/{start[folder.Length..]}.rels", folder);
        List<WorkbookSheet> sheets = [];
        var (date1904, isWorkbook) = (false, false);
        while (xml.Next())
        {
            if (xml.NodeType != System.Xml.XmlNodeType.Element)
                continue;
            isWorkbook |= xml.LocalName == "workbook";
            if (xml.LocalName == "workbookPr")
                date1904 = xml.GetAttribute("date1904") is "1" or "true";
            else if (xml.LocalName == "sheet" && relations.TryGetValue(RelationId(xml), out var relation) && relation.Type == "worksheet")
                sheets.Add(new(xml.GetAttribute("name") ?? "", relation.Part, xml.GetAttribute("state") is "hidden" or "veryHidden"));
        }
        if (!isWorkbook)
            throw NotAWorkbook();
        string? PartOf(string type) => relations.Values.FirstOrDefault(r => r.Type == type).Part;
        return new(sheets, date1904, PartOf("styles"), PartOf("sharedStrings"));
    }

    static string RelationId(System.Xml.XmlReader xml)
    {
        var id = "";
        while (xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
                id = xml.Value;
        }
        xml.MoveToElement();
        return id;
    }

    static UnreadableFileException NotAWorkbook() => new(
        "Tệp nén này không phải bảng tính .xlsx (có thể là .xlsb, .ods hoặc tệp .zip thường); hãy mở bằng phần mềm bảng tính và lưu lại dạng .xlsx.",
        "This zip is not an .xlsx workbook (it may be .xlsb, .ods or a plain .zip): open it in a spreadsheet program and save as .xlsx.");
}
