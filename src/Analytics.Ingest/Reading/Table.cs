using Analytics.Ingest.Reading.Grid;
using Analytics.Ingest.Reading.Headers;

namespace Analytics.Ingest.Reading;

/// <summary>A sheet with its header understood: columns, rows, and what is to be told about it.</summary>
internal sealed class Table
{
    readonly Sheet _sheet;
    readonly Extent _extent;
    readonly int _headerLine;
    readonly List<Column> _unknown;
    readonly Header _header;

    /// <exception cref="UnreadableFileException">The sheet is broken somewhere below the header.</exception>
    public Table(Sheet sheet, Header header, CancellationToken ct)
    {
        _sheet = sheet;
        if (header.Kind is not null && ColumnNumbers.LineBelow(sheet.Top, header) is { } line)
        {
            header = header with { LastLine = line };
            Notes.Add(FileProblems.ColumnNumbers(sheet.Name, line));
        }
        _header = header;
        _headerLine = header.LastLine;
        _extent = sheet.Survey(header, ct);
        // A column that holds something under no header is known by its letters.
        _unknown = [.. header.Unknown.Concat(_extent.FilledUnnamed.Select(i => new Column($"({Column.LettersOf(i)})", "", i))).OrderBy(c => c.Index)];
        Columns = new(sheet.Name, header.Known, _unknown);
        if (_extent.LeftOut > 0)
            Notes.Add(FileProblems.Total(sheet.Name, _extent.EndLine, _extent.LeftOut));
        if (sheet is GridSheet { FormulasWithoutValue: > 0 } grid)
            Notes.Add(FileProblems.FormulasWithoutValue(grid.Name, grid.FormulasWithoutValue));
    }

    public SheetColumns Columns { get; }

    public SheetLayout Layout => new(_sheet, _headerLine, Columns);

    public IEnumerable<string> KnownNames => _header.Known.Select(c => c.Name);

    public IEnumerable<string> UnknownNames => _unknown.Select(c => c.Name);

    public int RowCount => _extent.RowCount;

    public List<string> Notes { get; } = [];

    public IEnumerable<SourceRow> Rows(CancellationToken ct) => _sheet.Rows(Columns, _headerLine, _extent.EndLine, ct);

    public IEnumerable<Problem> Problems()
    {
        foreach (var problem in HeaderProblems.Of(_sheet.Name, _header, _unknown))
            yield return problem;
        if (_sheet.IsHidden)
            yield return FileProblems.HiddenSheet(_sheet.Name!);
        if (_extent.HiddenRows.Count > 0)
            yield return FileProblems.HiddenRows(_sheet.Name, _extent.HiddenRows);
    }
}
