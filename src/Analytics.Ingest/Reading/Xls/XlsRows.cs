using System.Globalization;
using Analytics.Ingest.Reading.Grid;
using Analytics.Ingest.Reading.Packages;
using ExcelDataReader;

namespace Analytics.Ingest.Reading.Xls;

/// <summary>Reads the rows of the sheets of one workbook, each cell as it would have been typed.</summary>
internal sealed class XlsRows
{
    // Bounds the work: the library clears every place of a row before it fills it, and makes a text anew for every cell that refers to it.
    // A full sheet of Excel 2003 has 16.8 million places.
    const long MaxPlaces = 50_000_000, MaxCharacters = 512L << 20;

    readonly List<string> _cells = [];
    readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);
    readonly Dictionary<string, NumberFormat> _formats = new(StringComparer.Ordinal);
    long _places, _characters;

    /// <summary>The filled rows of the sheet the reader stands on.</summary>
    /// <param name="reader">Stands before the first row.</param>
    /// <param name="sheet">Which sheet that is, from 0.</param>
    /// <param name="errors">Cells that show an error.</param>
    /// <param name="budget">Room left for cells.</param>
    /// <param name="ct">Ends reading between two rows.</param>
    public List<GridRow> Read(IExcelDataReader reader, int sheet, ErrorCells errors, CellBudget budget, CancellationToken ct)
    {
        var rows = new List<GridRow>();
        _places += (long)reader.RowCount * reader.FieldCount;
        Bound(_places, MaxPlaces);
        for (var line = 1; reader.Read(); line++)
        {
            ct.ThrowIfCancellationRequested();
            _cells.Clear();
            for (var column = 0; column < reader.FieldCount; column++)
            {
                var text = Text(reader, column);
                if (text.Length == 0)
                    text = errors.At(sheet, line - 1, column);
                if (text.Length == 0)
                    continue;
                while (_cells.Count < column)
                    _cells.Add("");
                _cells.Add(text);
            }
            if (_cells.Count == 0)
                continue;
            budget.Take(_cells.Count);
            rows.Add(new(line, [.. _cells], IsHidden: reader.RowHeight == 0));
        }
        return rows;
    }

    string Text(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        string text => Shared(text),
        double number => Number(number, reader.GetNumberFormatString(column)),
        int number => Number(number, reader.GetNumberFormatString(column)),
        DateTime date => Date(date, Format(reader.GetNumberFormatString(column))),
        TimeSpan time => Shared(time.ToString(time.Days == 0 ? @"hh\:mm\:ss" : @"d\.hh\:mm\:ss", CultureInfo.InvariantCulture)),
        bool value => value ? "yes" : "no",
        _ => "",
    };

    string Number(double number, string? format) =>
        Shared(CellNumber.Format(number.ToString("R", CultureInfo.InvariantCulture), Format(format), date1904: false));

    // The library has made a date of the number; of what it calls dates some show a time only.
    string Date(DateTime date, NumberFormat format) => Shared(date.ToString(
        format.Meaning == NumberMeaning.Time ? "HH:mm:ss"
        : format.Meaning == NumberMeaning.DateTime && date.TimeOfDay > TimeSpan.Zero ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd", CultureInfo.InvariantCulture));

    NumberFormat Format(string? code)
    {
        if (code is null)
            return default;
        if (!_formats.TryGetValue(code, out var format))
            _formats.Add(code, format = NumberFormat.Of(code));
        // What the library did not make a date of is none: a number outside the calendar.
        return format;
    }

    // Names of units and posts come again and again; they share one string.
    string Shared(string text)
    {
        _characters += text.Length;
        Bound(_characters, MaxCharacters);
        PartText.Check(text.Length);
        if (text.Length > 300)
            return CellText.Clean(text);
        if (_seen.TryGetValue(text, out var seen))
            return seen;
        var clean = CellText.Clean(text);
        if (_seen.Count < 50_000)
            _seen.Add(text, clean);
        return clean;
    }

    static void Bound(long found, long most)
    {
        if (found > most)
            throw new UnreadableFileException("Bảng tính .xls có quá nhiều ô hoặc quá nhiều chữ; hãy chia thành nhiều tệp.",
                "The .xls workbook holds too many cells or too much text: split it into several files.");
    }
}
