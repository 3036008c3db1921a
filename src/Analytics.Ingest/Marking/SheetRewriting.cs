using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Analytics.Ingest.Reading.Grid;

namespace Analytics.Ingest.Marking;

/// <summary>Copies the XML of a sheet and gives the marked cells their style; everything else stays as it is, one row in memory at a time.</summary>
/// <param name="cells">Cells to be marked as an error (true) or a warning, or to lose their mark (null); in order.</param>
/// <param name="drawing">Relation to name as the drawing of comments where the sheet names none.</param>
sealed class SheetRewriting(IEnumerable<KeyValuePair<CellPlace, bool?>> cells, MarkStyles styles, string drawing)
{
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>What may follow the drawing of comments in a sheet.</summary>
    static readonly string[] AfterDrawing =
        ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

    readonly Queue<IGrouping<int, (int Column, bool? IsError)>> rows =
        new(cells.Select(c => (c.Key.Line, Cell: (c.Key.Column, c.Value))).GroupBy(c => c.Line, c => c.Cell));

    readonly List<(int First, int Last, uint Style)> columnStyles = [];

    /// <summary>The relation under which the sheet has the drawing of comments.</summary>
    public string Drawing { get; private set; } = drawing;

    public void Run(XmlReader from, XmlWriter to)
    {
        var hasDrawing = false;
        from.MoveToContent();
        var main = from.NamespaceURI;
        Start(from, to);
        if (from.IsEmptyElement) throw new InvalidDataException("The sheet is empty.");
        from.Read();
        while (from.NodeType != XmlNodeType.EndElement)
        {
            if (from.NodeType != XmlNodeType.Element)
            {
                to.WriteNode(from, false);
                continue;
            }
            if (!hasDrawing && from.LocalName == "legacyDrawing")
            {
                hasDrawing = true;
                Drawing = from.GetAttribute("id", Relations) ?? throw new InvalidDataException("The drawing of comments has no relation.");
            }
            else if (!hasDrawing && AfterDrawing.Contains(from.LocalName))
            {
                hasDrawing = true;
                WriteDrawing(to, main);
            }
            if (from.LocalName == "sheetData") SheetData(from, to, main);
            else if (from.LocalName == "cols") Columns(from, to);
            else to.WriteNode(from, false);
        }
        if (!hasDrawing) WriteDrawing(to, main);
        to.WriteEndElement();
    }

    void WriteDrawing(XmlWriter to, string main)
    {
        to.WriteStartElement("legacyDrawing", main);
        to.WriteAttributeString("id", Relations, Drawing);
        to.WriteEndElement();
    }

    static void Start(XmlReader from, XmlWriter to)
    {
        to.WriteStartElement(from.Prefix, from.LocalName, from.NamespaceURI);
        to.WriteAttributes(from, false);
    }

    void Columns(XmlReader from, XmlWriter to)
    {
        var columns = (XElement)XNode.ReadFrom(from);
        foreach (var column in columns.Elements().Where(c => Number(c, "style") is not null))
            columnStyles.Add((Number(column, "min") ?? 1, Number(column, "max") ?? 1, (uint)Number(column, "style")!.Value));
        columns.WriteTo(to);
    }

    void SheetData(XmlReader from, XmlWriter to, string main)
    {
        Start(from, to);
        var line = 0;
        if (!from.IsEmptyElement)
        {
            from.Read();
            while (from.NodeType != XmlNodeType.EndElement)
            {
                if (from.NodeType != XmlNodeType.Element || from.LocalName != "row")
                {
                    to.WriteNode(from, false);
                    continue;
                }
                line = int.TryParse(from.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : line + 1;
                while (rows.TryPeek(out var missing) && missing.Key < line) MarkedRow(new XElement(XName.Get("row", main)), rows.Dequeue()).WriteTo(to);
                if (rows.TryPeek(out var marked) && marked.Key == line) MarkedRow((XElement)XNode.ReadFrom(from), rows.Dequeue()).WriteTo(to);
                else to.WriteNode(from, false);
            }
        }
        while (rows.TryDequeue(out var missing)) MarkedRow(new XElement(XName.Get("row", main)), missing).WriteTo(to);
        from.Read();
        to.WriteEndElement();
    }

    XElement MarkedRow(XElement row, IGrouping<int, (int Column, bool? IsError)> marks)
    {
        row.SetAttributeValue("r", marks.Key);
        // It says in advance which columns are filled; new cells may lie outside.
        row.SetAttributeValue("spans", null);
        var existing = new SortedDictionary<int, XElement>();
        var column = -1;
        foreach (var cell in row.Elements().Where(c => c.Name.LocalName == "c"))
        {
            column = cell.Attribute("r")?.Value is { } place ? MergedRange.ColumnOf(place) : column + 1;
            cell.SetAttributeValue("r", new CellPlace(marks.Key, column).ToString());
            existing[column] = cell;
        }
        foreach (var (at, isError) in marks)
        {
            if (!existing.TryGetValue(at, out var cell))
            {
                cell = new XElement(row.Name.Namespace + "c", new XAttribute("r", new CellPlace(marks.Key, at).ToString()), new XAttribute("s", StyleOf(row, at)));
                if (existing.LastOrDefault(c => c.Key < at).Value is { } before) before.AddAfterSelf(cell);
                else row.AddFirst(cell);
                existing[at] = cell;
            }
            cell.SetAttributeValue("s", styles.Of((uint)(Number(cell, "s") ?? 0), isError));
        }
        return row;
    }

    /// <summary>The style of a cell that is not there: of its row, else of its column.</summary>
    uint StyleOf(XElement row, int column) => row.Attribute("customFormat")?.Value is "1" or "true" && Number(row, "s") is { } style
        ? (uint)style
        : columnStyles.Find(c => c.First <= column + 1 && column + 1 <= c.Last).Style;

    static int? Number(XElement element, string name) =>
        int.TryParse(element.Attribute(name)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
