using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Marking;

/// <summary>A sheet of the workbook that is marked.</summary>
/// <param name="Layout">How it was read; null for a sheet that was not.</param>
sealed record MarkedSheet(string Name, SheetLayout? Layout)
{
    /// <summary>What is wrong with it, from top to bottom, left to right.</summary>
    public SortedDictionary<CellPlace, CellMark> Marks { get; } = new(Comparer<CellPlace>.Create((a, b) => (a.Line, a.Column).CompareTo((b.Line, b.Column))));
}

/// <summary>Finds the cells that the problems of a file are about.</summary>
static class MarkedCells
{
    /// <summary>Beyond so much work merged cells are not looked up: the mark lies under the merged cell then.</summary>
    const int MostComparisons = 50_000_000;

    public static void Fill(IReadOnlyList<MarkedSheet> sheets, IReadOnlyList<Problem> problems)
    {
        var follows = sheets.Sum(s => (long)(s.Layout?.Sheet.Merged.Count ?? 0)) * problems.Count < MostComparisons;
        foreach (var problem in problems)
            foreach (var sheet in SheetsOf(problem, sheets))
            {
                var place = PlaceOf(problem, sheet.Layout);
                if (follows && sheet.Layout is { } layout) place = Shown(place, layout);
                if (!sheet.Marks.TryGetValue(place, out var mark)) sheet.Marks[place] = mark = new();
                mark.Add(problem);
            }
    }

    static IEnumerable<MarkedSheet> SheetsOf(Problem problem, IReadOnlyList<MarkedSheet> sheets) =>
        problem.Rule == "ignored-sheet" ? sheets.Where(s => s.Layout is null)
        : [sheets.FirstOrDefault(s => s.Layout is not null && s.Layout.Sheet.Name == problem.Sheet) ?? sheets.FirstOrDefault(s => s.Layout is not null) ?? sheets[0]];

    static CellPlace PlaceOf(Problem problem, SheetLayout? layout)
    {
        if (layout is null) return new(1, 0);
        if (problem.Row is { } row) return new(row, ColumnOf(layout, problem.Column) ?? layout.FirstColumn);
        // Problems of the header: the column that nobody knows; else the corner of the sheet.
        var header = problem.Rule == "unknown-column" ? ColumnOf(layout, problem.Value) : ColumnOf(layout, problem.Column);
        return header is { } column ? new(layout.HeaderLine, column) : new(1, 0);
    }

    static int? ColumnOf(SheetLayout layout, string? name) => name is not null && layout.Columns.IndexOf(name) is >= 0 and var index ? index : null;

    /// <summary>The cell a spreadsheet shows there: of merged ones the first.</summary>
    static CellPlace Shown(CellPlace place, SheetLayout layout)
    {
        foreach (var range in layout.Sheet.Merged)
            if (range.FirstLine <= place.Line && place.Line <= range.LastLine && range.FirstColumn <= place.Column && place.Column <= range.LastColumn)
                return new(range.FirstLine, range.FirstColumn);
        return place;
    }
}
