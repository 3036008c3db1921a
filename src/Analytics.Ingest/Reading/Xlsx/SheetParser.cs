using System.Globalization;
using System.Xml;
using Analytics.Ingest.Reading.Grid;
using Analytics.Ingest.Reading.Packages;

namespace Analytics.Ingest.Reading.Xlsx;

/// <summary>Reads the XML of one sheet: rows with clean texts, and which cells are merged.</summary>
internal sealed class SheetParser(IReadOnlyList<string> sharedStrings, NumberFormat[] formats, bool date1904, CellBudget budget)
{
    readonly List<string> _cells = [];
    readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);

    public List<GridRow> Rows { get; } = [];

    public List<MergedRange> Merged { get; } = [];

    /// <summary>Formulas whose result was never computed: they read as empty.</summary>
    public int FormulasWithoutValue { get; private set; }

    public void Read(XmlReader xml, CancellationToken ct)
    {
        var line = 0;
        while (xml.Next())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "row")
            {
                ct.ThrowIfCancellationRequested();
                line = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : line + 1;
                if (line is < 1 or > CellBudget.MaxRows || Rows.Count > 0 && line <= Rows[^1].Line)
                    throw Broken($"hàng {line} nằm ngoài thứ tự hoặc ngoài giới hạn", $"row {line} is out of order or out of range");
                ReadRow(xml, line);
            }
            else if (xml.LocalName == "mergeCell" && MergedRange.Parse(xml.GetAttribute("ref")) is { } range)
                Merged.Add(range);
        }
    }

    void ReadRow(XmlReader xml, int line)
    {
        var isHidden = xml.GetAttribute("hidden") is "1" or "true"
            || xml.GetAttribute("ht") is "0" && xml.GetAttribute("customHeight") is "1" or "true";
        if (xml.IsEmptyElement)
            return;
        _cells.Clear();
        var (depth, column) = (xml.Depth, -1);
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
                continue;
            column = xml.GetAttribute("r") is { } place ? MergedRange.ColumnOf(place) : column + 1;
            if (column is < 0 or >= Headers.TopRows.MaxColumns)
                throw Broken($"ô ở hàng {line} nằm ngoài giới hạn {Headers.TopRows.MaxColumns} cột", $"a cell of row {line} lies beyond {Headers.TopRows.MaxColumns} columns");
            var text = ReadCell(xml);
            if (text.Length == 0)
                continue;
            while (_cells.Count <= column)
                _cells.Add("");
            // Which of the two was meant nobody can tell.
            if (_cells[column].Length > 0)
                throw Broken($"ô {Column.LettersOf(column)}{line} có hai lần", $"cell {Column.LettersOf(column)}{line} stands there twice");
            _cells[column] = text;
        }
        if (_cells.Count == 0)
            return;
        budget.Take(_cells.Count);
        Rows.Add(new(line, [.. _cells], isHidden));
    }

    string ReadCell(XmlReader xml)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) && s < formats.Length ? formats[s] : default;
        if (xml.IsEmptyElement)
            return "";
        var (value, isFormula) = ("", false);
        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "v")
                value = PartText.ReadText(xml);
            else if (xml.LocalName == "is")
                value = PartText.ReadRichText(xml);
            else if (xml.LocalName == "f")
            {
                isFormula = true;
                PartText.SkipInside(xml);
            }
        }
        if (isFormula && value.Length == 0 && type != "str")
            FormulasWithoutValue++;
        return value.Length == 0 ? "" : Text(type, value, style);
    }

    string Text(string type, string value, NumberFormat format) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var n) && n < sharedStrings.Count
            ? sharedStrings[n]
            : throw Broken($"một ô trỏ tới chuỗi số {value}, chỉ có {sharedStrings.Count} chuỗi", $"a cell refers to text {value} of {sharedStrings.Count}"),
        "b" => value.Trim() == "1" ? "yes" : "no",
        "n" => Shared(CellNumber.Format(value.Trim(), format, date1904)),
        "d" => value.EndsWith("T00:00:00", StringComparison.Ordinal) ? value[..^9] : value.Trim(),
        _ => Shared(CellText.Clean(value)),
    };

    // Numbers and codes come again and again; they share one string.
    string Shared(string text)
    {
        if (text.Length > 20)
            return text;
        if (_seen.TryGetValue(text, out var seen))
            return seen;
        if (_seen.Count < 50_000)
            _seen.Add(text, text);
        return text;
    }

    static UnreadableFileException Broken(string vi, string en) => new($"Bảng tính bị hỏng: {vi}.", $"The workbook is broken: {en}.");
}
