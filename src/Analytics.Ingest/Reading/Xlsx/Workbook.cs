namespace Analytics.Ingest.Reading.Xlsx;

/// <summary>A sheet as the workbook lists it.</summary>
internal sealed record WorkbookSheet(string Name, string Part, bool IsHidden);

/// <summary>The list of sheets, in the order of the tabs, and how days are counted.</summary>
internal sealed record Workbook(IReadOnlyList<WorkbookSheet> Sheets, bool Date1904, string? StylesPart, string? SharedStringsPart)
{
    /// <exception cref="UnreadableFileException">The zip holds no workbook of the .xlsx kind.</exception>
    public static Workbook Read(XlsxPackage package)
    {
        var start = Relations(package, "_rels/.rels", "").Values.FirstOrDefault(r => r.Type == "officeDocument").Part ?? "xl/workbook.xml";
        if (start.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
            throw NotAWorkbook();
        using var xml = package.Read(start) ?? throw NotAWorkbook();
        var folder = start.Contains('/') ? start[..(start.LastIndexOf('/') + 1)] : "";
        var relations = Relations(package, $"{folder}_rels/{start[folder.Length..]}.rels", folder);
        List<WorkbookSheet> sheets = [];
        var (date1904, isWorkbook) = (false, false);
        while (xml.Read())
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

    static Dictionary<string, (string Type, string Part)> Relations(XlsxPackage package, string part, string folder)
    {
        var relations = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        using var xml = package.Read(part);
        while (xml?.Read() == true)
        {
            if (xml.LocalName != "Relationship" || xml.GetAttribute("TargetMode") == "External"
                || xml.GetAttribute("Target") is not { } target || xml.GetAttribute("Id") is not { } id)
                continue;
            var type = xml.GetAttribute("Type") ?? "";
            relations[id] = (type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target));
        }
        return relations;
    }

    static string Resolve(string folder, string target)
    {
        var parts = new List<string>();
        foreach (var part in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ".."))
                parts.Add(part);
        }
        return string.Join('/', parts);
    }

    static UnreadableFileException NotAWorkbook() => new(
        "Tệp nén này không phải bảng tính .xlsx (có thể là .xlsb, .ods, .docx hoặc tệp .zip thường); hãy mở bằng phần mềm bảng tính và lưu lại dạng .xlsx.",
        "This zip is not an .xlsx workbook (it may be .xlsb, .ods, .docx or a plain .zip): open it in a spreadsheet program and save as .xlsx.");
}
