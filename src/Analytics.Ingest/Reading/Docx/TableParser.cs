using System.Globalization;
using System.Text;
using System.Xml;
using Analytics.Ingest.Reading.Grid;
using Analytics.Ingest.Reading.Headers;
using Analytics.Ingest.Reading.Packages;

namespace Analytics.Ingest.Reading.Docx;

/// <summary>Reads one table: rows with clean texts, numbered from 1 within the table, and which cells are merged. A table inside a cell is left out.</summary>
internal sealed class TableParser(CellBudget budget)
{
    readonly List<string> _cells = [];
    readonly StringBuilder _text = new();

    /// <summary>Cells that may go on in the row below, by their first column.</summary>
    readonly Dictionary<int, MergedRange> _open = [];

    int _line;

    public List<GridRow> Rows { get; } = [];

    public List<MergedRange> Merged { get; } = [];

    /// <summary>Reads the table the reader stands on; the reader ends on its end tag.</summary>
    public void Read(XmlReader xml, CancellationToken ct)
    {
        foreach (var element in xml.Elements())
        {
            ct.ThrowIfCancellationRequested();
            if (element == "tr")
                ReadRow(xml);
            else if (RunText.IsPassedOver(element))
                PartText.SkipInside(xml);
        }
        foreach (var range in _open.Values)
            Close(range);
    }

    void ReadRow(XmlReader xml)
    {
        var (row, column) = (new RowState(), 0);
        _cells.Clear();
        foreach (var element in xml.Elements())
        {
            if (element == "trPr")
                row = ReadRowState(xml);
            else if (element == "tc")
                column = ReadCell(xml, row, Math.Max(column, row.GridBefore));
            else if (RunText.IsPassedOver(element))
                PartText.SkipInside(xml);
        }
        if (row.IsDeleted)
            return;
        if (++_line > CellBudget.MaxRows)
            throw new UnreadableFileException($"Một bảng có hơn {CellBudget.MaxRows} dòng.", $"A table has more than {CellBudget.MaxRows} rows.");
        while (_cells.Count > 0 && _cells[^1].Length == 0)
            _cells.RemoveAt(_cells.Count - 1);
        budget.Take(_cells.Count);
        if (_cells.Count > 0)
            Rows.Add(new(_line, [.. _cells], row.IsHidden));
    }

    int ReadCell(XmlReader xml, RowState row, int column)
    {
        var cell = new CellState();
        _text.Clear();
        foreach (var element in xml.Elements())
        {
            if (element == "tcPr")
                cell = ReadCellState(xml);
            else if (element == "tbl" || RunText.IsPassedOver(element))
                PartText.SkipInside(xml);
            else
                RunText.Add(xml, _text);
        }
        var end = (long)column + cell.Span;
        if (end > TopRows.MaxColumns)
            throw new UnreadableFileException($"Một bảng có hơn {TopRows.MaxColumns} cột.", $"A table has more than {TopRows.MaxColumns} columns.");
        if (!row.IsDeleted)
            Place(cell, column, (int)end - 1, CellText.Clean(_text.ToString()));
        return (int)end;
    }

    void Place(CellState cell, int first, int last, string text)
    {
        var line = _line + 1;
        var goesOn = cell.GoesOn && _open.TryGetValue(first, out var above) && above.LastLine == line - 1;
        while (_cells.Count <= first)
            _cells.Add("");
        _cells[first] = goesOn ? "" : text;
        if (goesOn)
        {
            _open[first] = _open[first] with { LastLine = line };
            return;
        }
        if (_open.Remove(first, out var ended))
            Close(ended);
        _open[first] = new(line, first, line, last);
    }

    void Close(MergedRange range)
    {
        if (range.LastLine > range.FirstLine || range.LastColumn > range.FirstColumn)
            Merged.Add(range);
    }

    static RowState ReadRowState(XmlReader xml)
    {
        var row = new RowState();
        foreach (var name in Settings(xml))
        {
            row = name switch
            {
                "del" => row with { IsDeleted = true },
                "hidden" => row with { IsHidden = RunText.IsOn(xml) },
                "gridBefore" => row with { GridBefore = Number(xml, 0) },
                _ => row,
            };
        }
        return row;
    }

    static CellState ReadCellState(XmlReader xml)
    {
        var cell = new CellState();
        foreach (var name in Settings(xml))
        {
            cell = name switch
            {
                "gridSpan" => cell with { Columns = Number(xml, 1) },
                "vMerge" => cell with { GoesOn = RunText.Value(xml) is not "restart" },
                _ => cell,
            };
        }
        return cell;
    }

    // The names right below; what lies deeper is how they were before a tracked change.
    static IEnumerable<string> Settings(XmlReader xml)
    {
        var depth = xml.Depth + 1;
        return xml.Elements().Where(_ => xml.Depth == depth);
    }

    static int Number(XmlReader xml, int least) =>
        int.TryParse(RunText.Value(xml), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, least, TopRows.MaxColumns + 1) : least;

    readonly record struct RowState(bool IsDeleted, bool IsHidden, int GridBefore);

    readonly record struct CellState(int Columns, bool GoesOn)
    {
        public int Span => Math.Max(Columns, 1);
    }
}
