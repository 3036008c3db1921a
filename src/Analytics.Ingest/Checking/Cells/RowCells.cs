using Analytics.Domain.Rounds;
using Analytics.Ingest.Checking.Wording;

namespace Analytics.Ingest.Checking.Cells;

/// <summary>Reads the cells of the current row: a value, or a problem and null (an empty text).</summary>
internal sealed class RowCells(Findings findings)
{
    /// <summary>Longest text of a cell, in characters.</summary>
    public const int TextLimit = 300;

    /// <summary>Longest note.</summary>
    public const int NoteLimit = 4000;

    /// <summary>The text of a cell; "" when it is empty or refused.</summary>
    public string Text(string column, int limit = TextLimit)
    {
        var text = findings.Row[column];
        return text.Length == 0 || IsFit(column, text, limit) ? text : "";
    }

    /// <summary>The text of a cell, null when it is empty or refused.</summary>
    public string? Optional(string column) => Text(column) is { Length: > 0 } text ? text : null;

    /// <summary>The text of a cell that must be filled.</summary>
    public string Required(string column)
    {
        var text = findings.Row[column];
        if (text.Length > 0) return IsFit(column, text, TextLimit) ? text : "";
        Miss(column);
        return "";
    }

    /// <summary>Reports an empty cell.</summary>
    public void Require(string column)
    {
        if (!findings.Row.Has(column)) Miss(column);
    }

    /// <summary>A whole number from 0 up; null when the cell is empty or refused.</summary>
    public int? Count(string column, bool required = false)
    {
        var text = findings.Row[column];
        if (text.Length == 0)
        {
            if (required) Miss(column);
            return null;
        }
        var fault = WholeNumber.Parse(text, out var value);
        if (fault == NumberFault.None) return value;
        Refuse(column, text, fault == NumberFault.Negative ? Rule.Negative : Rule.BadNumber, fault, Messages.BadCount);
        return null;
    }

    /// <summary>A printed percentage from 0 to 100; null when the cell is empty or refused.</summary>
    public decimal? Percent(string column)
    {
        var text = findings.Row[column];
        if (text.Length == 0) return null;
        var fault = PercentText.Parse(text, out var value);
        if (fault == NumberFault.None) return value;
        Refuse(column, text, fault == NumberFault.Negative ? Rule.Negative : Rule.BadNumber, fault, Messages.BadPercent);
        return null;
    }

    /// <summary>A date; null when the cell is empty or refused.</summary>
    public DateOnly? Date(string column, DateRange range) => Date(column, range, Messages.BadDate);

    /// <summary>A year or date of birth, as <c>1968</c> or <c>1968-05-19</c>; null when the cell is empty or refused.</summary>
    public string? Born(string column, DateRange range)
    {
        var text = findings.Row[column];
        if (text.Length == 0) return null;
        if (!DateText.TryParseYear(text, out var year))
            return Date(column, range, Messages.BadBorn) is { } date ? BornText(text, date) : null;
        if (range.From.Year <= year && year <= range.To.Year) return text;
        findings.Error(column, text, Rule.DateOutOfRange, Messages.BornOutOfRange(column, text, range));
        return null;
    }

    /// <summary>One of a few words, compared without regard to case; null when the cell is empty or refused.</summary>
    public T? Word<T>(string column, IReadOnlyDictionary<string, T> words) where T : struct
    {
        var text = findings.Row[column];
        if (text.Length == 0) return null;
        if (words.TryGetValue(text, out var value)) return value;
        Refuse(column, text, Rule.BadWord, words.Keys, Messages.BadWord);
        return null;
    }

    DateOnly? Date(string column, DateRange range, Func<string, string, string, Text> notADate)
    {
        var text = findings.Row[column];
        if (text.Length == 0) return null;
        if (!DateText.TryParse(text, out var date))
        {
            Refuse(column, text, Rule.BadDate, text, notADate);
            return null;
        }
        if (range.Contains(date)) return date;
        findings.Error(column, text, Rule.DateOutOfRange, Messages.DateOutOfRange(column, text, range));
        return null;
    }

    void Miss(string column) => findings.Error(column, null, Rule.MissingValue, Messages.MissingValue(column));

    static string BornText(string text, DateOnly date) =>
        text.Length == 10 && text[4] == '-' ? text : date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    // A cell with a control character or without end is reported as that, not as a number or date that cannot be read.
    void Refuse<T>(string column, string text, string rule, T detail, Func<string, string, T, Text> message)
    {
        if (IsFit(column, text, TextLimit)) findings.Error(column, text, rule, message(column, text, detail));
    }

    bool IsFit(string column, string text, int limit)
    {
        if (ForbiddenCharacters.IndexIn(text) is >= 0 and var at)
            findings.Error(column, ForbiddenCharacters.Shown(text), Rule.ControlCharacter, Messages.ControlCharacter(column, text, at));
        else if (text.Length > limit)
            findings.Error(column, text, Rule.TooLong, Messages.TooLong(column, text.Length, limit));
        else
            return true;
        return false;
    }
}
