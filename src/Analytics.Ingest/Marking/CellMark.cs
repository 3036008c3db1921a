using System.Text;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Marking;

/// <summary>A cell of a sheet; lines from 1, columns from 0.</summary>
readonly record struct CellPlace(int Line, int Column)
{
    public static CellPlace? Parse(string? place) => Reading.Grid.MergedRange.Parse($"{place}:{place}") is { } cell ? new(cell.FirstLine, cell.FirstColumn) : null;

    /// <summary>As a spreadsheet calls it: <c>B7</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Reading.Column.LettersOf(Column)}{Line}");
}

/// <summary>All that is wrong with one cell.</summary>
sealed class CellMark
{
    /// <summary>More nobody reads in a comment; the list of problems has all.</summary>
    const int MostProblems = 10, LongestText = 4_000;

    const string ErrorVi = "LỖI: ", WarningVi = "CẢNH BÁO: ", ErrorEn = "ERROR (", WarningEn = "WARNING (";

    readonly StringBuilder text = new();
    int problems;

    /// <summary>Whether one of them is an error; else all are warnings.</summary>
    public bool IsError { get; private set; }

    public void Add(Problem problem)
    {
        IsError |= problem.Severity == Severity.Error;
        problems++;
        if (problems > MostProblems || text.Length > LongestText) return;
        if (text.Length > 0) text.Append("\n\n");
        var (vi, en) = problem.Severity == Severity.Error ? (ErrorVi, ErrorEn) : (WarningVi, WarningEn);
        text.Append(vi).Append(problem.MessageVi).Append('\n').Append(en).Append(problem.Rule).Append("): ").Append(problem.MessageEn);
    }

    /// <summary>Whether a text is of a mark set earlier. Programs change the author of comments, so the words tell.</summary>
    public static bool IsOurs(string text) => text.TrimStart() is var t
        && ((t.StartsWith(ErrorVi, StringComparison.Ordinal) && t.Contains(ErrorEn, StringComparison.Ordinal))
            || (t.StartsWith(WarningVi, StringComparison.Ordinal) && t.Contains(WarningEn, StringComparison.Ordinal)));

    public string Text => problems <= MostProblems ? text.ToString() : $"{text}\n\n… (+{problems - MostProblems})";
}
