namespace Analytics.Ingest.Reading.Packages;

/// <summary>How the parts of an Office file refer to one another.</summary>
internal static class Relations
{
    /// <summary>The part everything starts from: the workbook, or the text of a document; null when none is named.</summary>
    public static string? StartPart(OfficePackage package) =>
        Of(package, "_rels/.rels", "").Values.FirstOrDefault(r => r.Type == "officeDocument").Part;

    /// <summary>Relations by id: the last word of the type, and the path of the part from the root of the zip.</summary>
    /// <param name="package">The file.</param>
    /// <param name="part">The part that lists them.</param>
    /// <param name="folder">What relative targets start from, with a slash at its end.</param>
    public static Dictionary<string, (string Type, string Part)> Of(OfficePackage package, string part, string folder)
    {
        var relations = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        using var xml = package.Read(part);
        while (xml?.Next() == true)
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
}
