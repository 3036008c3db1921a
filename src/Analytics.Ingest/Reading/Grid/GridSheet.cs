using Analytics.Ingest.Reading.Headers;

namespace Analytics.Ingest.Reading.Grid;

/// <summary>A filled row; lines count from 1, cells from the leftmost column on, the last one filled.</summary>
internal sealed record GridRow(int Line, string[] Cells, bool IsHidden);

/// <summary>A sheet of a workbook or a table of a document, its filled rows held in memory: a workbook has no more than a million.</summary>
internal sealed class GridSheet : Sheet
{
    // Bounds the work a file full of overlapping merges could ask for.
    const int MaxFilledByMerging = 5_000_000;

    static readonly Comparer<GridRow> ByLine = Comparer<GridRow>.Create((a, b) => a.Line.CompareTo(b.Line));

    readonly List<GridRow> _rows;
    int _budget = MaxFilledByMerging;

    /// <param name="name">What the sheet is called.</param>
    /// <param name="isHidden">Whether it is hidden in its workbook.</param>
    /// <param name="rows">Its filled rows by ascending line.</param>
    /// <param name="merged">Which cells are merged.</param>
    public GridSheet(string name, bool isHidden, List<GridRow> rows, List<MergedRange> merged)
    {
        (Name, IsHidden, Merged, _rows) = (name, isHidden, merged, rows);
        Top = new([.. TopCells(merged).Select(r => new TopRow(r.Line, r.Cells))]);
        FillDown(merged);
    }

    public override string Name { get; }

    public override bool IsHidden { get; }

    public override IReadOnlyList<MergedRange> Merged { get; }

    public override TopRows Top { get; }

    /// <summary>Formulas whose result was never computed: they read as empty.</summary>
    public int FormulasWithoutValue { get; init; }

    public override Extent Survey(Header header, CancellationToken ct)
    {
        var total = new TotalRow();
        var totalColumns = TotalColumnsOf(header);
        var unnamed = header.Unnamed.ToHashSet();
        var filledUnnamed = new SortedSet<int>();
        foreach (var row in _rows.Where(r => r.Line > header.LastLine))
        {
            var filled = row.Cells.Count(c => c.Length > 0);
            string Cell(int column) => column < row.Cells.Length ? row.Cells[column] : "";
            var isTotal = (TotalRow.IsWord(row.Cells.First(c => c.Length > 0)) || totalColumns.Any(c => TotalRow.IsWord(Cell(c)))) && !NamesSomebody(header, Cell);
            total.Add(row.Line, filled, isTotal);
            for (var i = 0; i < row.Cells.Length; i++)
            {
                if (row.Cells[i].Length > 0 && (i >= header.Width || unnamed.Contains(i)))
                    filledUnnamed.Add(i);
            }
        }
        return new(total.RowCount, total.EndLine, total.LeftOut, [.. filledUnnamed],
            [.. Data(header.LastLine, total.EndLine).Where(r => r.IsHidden).Select(r => r.Line)]);
    }

    public override IEnumerable<SourceRow> Rows(SheetColumns columns, int headerLine, int endLine, CancellationToken ct)
    {
        foreach (var row in Data(headerLine, endLine))
        {
            ct.ThrowIfCancellationRequested();
            yield return new(columns, row.Line, [.. columns.All.Select(c => c.Index < row.Cells.Length ? row.Cells[c.Index] : "")]);
        }
    }

    public override IEnumerable<(int Line, string[] Cells)> AllRows(CancellationToken ct) => _rows.Select(r => (r.Line, r.Cells));

    IEnumerable<GridRow> Data(int headerLine, int endLine) => _rows.Where(r => r.Line > headerLine && r.Line < endLine);

    // Above the data a merged cell names all it covers: a group of columns, or a header two rows high.
    List<GridRow> TopCells(List<MergedRange> merged)
    {
        var top = _rows.TakeWhile(r => r.Line < TopRows.SearchedRows + TopRows.MaxDepth).Select(r => r with { Cells = [.. r.Cells] }).ToList();
        var width = top.Select(r => r.Cells.Length).DefaultIfEmpty().Max();
        for (var i = 0; i < top.Count; i++)
        {
            foreach (var range in merged.Where(m => m.FirstLine <= top[i].Line && m.LastLine >= top[i].Line))
            {
                var text = top.Find(r => r.Line == range.FirstLine) is { } first && range.FirstColumn < first.Cells.Length ? first.Cells[range.FirstColumn] : "";
                var cells = top[i].Cells;
                if (text.Length == 0)
                    continue;
                var end = Math.Min(range.LastColumn + 1, width);
                if (cells.Length < end)
                {
                    cells = [.. cells, .. Enumerable.Repeat("", end - cells.Length)];
                    top[i] = top[i] with { Cells = cells };
                }
                Spend(end - range.FirstColumn);
                cells.AsSpan(range.FirstColumn..end).Fill(text);
            }
        }
        return top;
    }

    // Among the data a cell merged downwards (one commune over its four posts) holds for every row it covers. Blank rows stay blank.
    void FillDown(List<MergedRange> merged)
    {
        foreach (var range in merged.Where(m => m.LastLine > m.FirstLine))
        {
            var at = _rows.BinarySearch(new(range.FirstLine, [], false), ByLine);
            if (at < 0 || range.FirstColumn >= _rows[at].Cells.Length)
                continue;
            var text = _rows[at].Cells[range.FirstColumn];
            for (at++; at < _rows.Count && _rows[at].Line <= range.LastLine && text.Length > 0; at++)
            {
                var cells = _rows[at].Cells;
                if (cells.Length <= range.FirstColumn)
                {
                    var before = cells.Length;
                    Array.Resize(ref cells, range.FirstColumn + 1);
                    Array.Fill(cells, "", before, cells.Length - before);
                    _rows[at] = _rows[at] with { Cells = cells };
                }
                cells[range.FirstColumn] = text;
                Spend(1);
            }
        }
    }

    void Spend(int cells)
    {
        _budget -= cells;
        if (_budget < 0)
            throw new UnreadableFileException("Tệp có quá nhiều ô gộp chồng lên nhau.", "The file has too many overlapping merged cells.");
    }
}
