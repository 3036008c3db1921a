using Analytics.Domain.Rounds;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Checking;

/// <summary>Collects what is found wrong, row by row. A row may be returned to; its problems still stand in file order.</summary>
internal sealed class Findings(SourceFile source)
{
    /// <summary>Longest text of a cell that is repeated in a problem, in characters.</summary>
    const int LongestValue = 300;

    readonly List<Problem> ofFile = [];
    readonly List<(int Index, Problem Problem)> ofRows = [];
    readonly HashSet<int> badRows = [];
    SourceRow? row;
    int index = -1, rowsSeen;
    bool inOrder = true;

    public SourceRow Row => row ?? throw new InvalidOperationException("No row has been begun");

    public Place Place => new(Row.Sheet, Row.Row);

    /// <summary>Whether the current row has no error so far.</summary>
    public bool RowIsGood { get; private set; }

    /// <summary>Whether the file was refused as a whole.</summary>
    public bool FileIsRefused => ofFile.Count > 0 || source.HasErrors;

    public int BadRows => FileIsRefused ? source.RowCount : badRows.Count;

    /// <summary>Goes on to the next row.</summary>
    public void Begin(SourceRow next)
    {
        (row, index, RowIsGood) = (next, rowsSeen, true);
        rowsSeen++;
    }

    /// <summary>Goes back to a row seen before.</summary>
    /// <param name="earlier">The row.</param>
    /// <param name="ordinal">How many rows were begun before it.</param>
    public void Return(SourceRow earlier, int ordinal)
    {
        (row, index, RowIsGood) = (earlier, ordinal, !badRows.Contains(ordinal));
        inOrder = false;
    }

    /// <summary>An error of the whole file.</summary>
    public void Refuse(string? value, string rule, Text message) =>
        ofFile.Add(new(null, null, null, value, rule, Severity.Error, message.Vi, message.En));

    /// <summary>An error of the current row: it is not accepted.</summary>
    public void Error(string column, string? value, string rule, Text message)
    {
        if (RowIsGood) badRows.Add(index);
        RowIsGood = false;
        Add(column, value, rule, Severity.Error, message);
    }

    /// <summary>A warning about the current row.</summary>
    public void Warn(string column, string? value, string rule, Text message) => Add(column, value, rule, Severity.Warning, message);

    public IReadOnlyList<Problem> ToList()
    {
        if (FileIsRefused) return [.. source.Problems, .. ofFile];
        var rows = inOrder ? ofRows : ofRows.OrderBy(p => p.Index).ToList();
        return [.. source.Problems, .. rows.Select(p => p.Problem)];
    }

    void Add(string column, string? value, string rule, Severity severity, Text message)
    {
        var found = string.IsNullOrEmpty(value) ? null : value.Length > LongestValue ? value[..LongestValue] + "…" : value;
        ofRows.Add((index, new(Row.Sheet, Row.Row, column, found, rule, severity, message.Vi, message.En)));
    }
}
