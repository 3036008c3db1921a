namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>A small file that breaks one rule, and the problem it must come to as CSV and as a workbook.</summary>
/// <param name="Sentence">The rule as a sentence: the name of the test.</param>
/// <param name="Of">The good row that is changed: <see cref="GoodRows"/>.</param>
/// <param name="Rule">The contract's rule.</param>
/// <param name="Place">Row and column, such as "2 collected"; "file" for a problem of the whole file.</param>
/// <param name="Rows">A row each: how it differs from the good row (<see cref="GoodRows.File"/>); none for the good row itself.</param>
sealed record RuleCase(string Sentence, string Of, string Rule, string Place, params string[] Rows)
{
    /// <summary>Stands for the text of the cell the problem names, empty for none.</summary>
    public const string AsInCell = "(as in the cell)";

    /// <summary>The value that was found.</summary>
    public string? Value { get; init; } = AsInCell;

    /// <summary>What both messages, or that of one language, must say.</summary>
    public string[] Both { get; init; } = [];
    public string[] Vi { get; init; } = [];
    public string[] En { get; init; } = [];

    /// <summary>Further problems of the same file as "place rule", where one fault cannot come alone.</summary>
    public string[] Also { get; init; } = [];

    /// <summary>Whether the kind is chosen by the one who loads, since the headers do not tell it.</summary>
    public bool KindIsGiven { get; init; }

    /// <summary>A file without the row: the header, or nothing at all.</summary>
    public bool HeaderOnly { get; init; }

    /// <summary>The file as cells; the first row is the header.</summary>
    public string[][] Cells() => HeaderOnly ? [GoodRows.File(Of, Rows)[0]] : GoodRows.File(Of, Rows);

    public string? ExpectedValue()
    {
        if (Value != AsInCell) return Value;
        if (Place.Split(' ') is not [var row, var column]) return null;
        var cells = Cells();
        var at = Array.IndexOf(GoodRows.Columns(Of), column);
        return cells[int.Parse(row, System.Globalization.CultureInfo.InvariantCulture) - 1][at] is { Length: > 0 } text ? text : null;
    }
}
