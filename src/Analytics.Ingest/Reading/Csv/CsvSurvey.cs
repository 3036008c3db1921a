using System.Text;
using Analytics.Ingest.Reading.Headers;
using CsvHelper;

namespace Analytics.Ingest.Reading.Csv;

/// <summary>Looks over every record of a CSV without making texts of it: what is broken, which columns are used, where the data end.</summary>
internal sealed class CsvSurvey(Header header, int[] totalColumns, char separator)
{
    const int MaxRecordBytes = 1 << 20;

    readonly bool[] _filledUnnamed = new bool[header.Width];
    TotalRow _total;
    CsvMalformedReason? _malformed;

    public Extent Result => new(_total.RowCount, _total.EndLine, _total.LeftOut, [.. header.Unnamed.Where(i => _filledUnnamed[i])], []);

    /// <summary>Called by the parser before <see cref="Add"/> sees the record.</summary>
    public void Malformed(CsvMalformedRecord record) => _malformed = record.Reason;

    public void Add(CsvReader reader)
    {
        if (_malformed is { } reason)
            CheckQuotes(reader, reason);
        if (reader.RawRecord.Length > MaxRecordBytes)
            throw new UnreadableFileException(
                $"Dòng {reader.LineNumber} dài {reader.RawRecord.Length} byte; tối đa {MaxRecordBytes}. Có thể thiếu dấu ngoặc kép đóng.",
                $"Line {reader.LineNumber} has {reader.RawRecord.Length} bytes; at most {MaxRecordBytes} are allowed. A closing quote may be missing.");
        if (reader.FieldCount > TopRows.MaxColumns)
            throw new UnreadableFileException(
                $"Dòng {reader.LineNumber} có {reader.FieldCount} ô; tối đa {TopRows.MaxColumns}.",
                $"Line {reader.LineNumber} has {reader.FieldCount} cells; at most {TopRows.MaxColumns} are allowed.");
        if (reader.LineNumber > header.LastLine)
            AddData(reader);
    }

    void AddData(CsvReader reader)
    {
        var (filled, isTotal) = (0, false);
        for (var i = 0; i < reader.FieldCount && filled < 3; i++)
        {
            if (IsBlank(reader.GetRawSpan(i)))
                continue;
            if (++filled == 1)
                isTotal = IsTotal(reader, i);
        }
        foreach (var column in totalColumns)
            isTotal = isTotal || IsTotal(reader, column);
        isTotal = isTotal && !NamesSomebody(reader);
        foreach (var column in header.Unnamed)
            _filledUnnamed[column] |= column < reader.FieldCount && !IsBlank(reader.GetRawSpan(column));
        for (var i = header.Width; i < reader.FieldCount && header.Kind is not null; i++)
        {
            // Loading the row would put numbers under the wrong headers.
            if (!IsBlank(reader.GetRawSpan(i)))
                throw new UnreadableFileException(
                    $"Dòng {reader.LineNumber} có {reader.FieldCount} ô, tiêu đề chỉ có {header.Width} cột; dấu phân cách là {SeparatorVi}. Ô có dấu phân cách bên trong phải đặt trong dấu ngoặc kép.",
                    $"Line {reader.LineNumber} has {reader.FieldCount} cells, the header only {header.Width} columns; the separator is {SeparatorEn}. A cell that contains it must be quoted.");
        }
        _total.Add((int)reader.LineNumber, filled, isTotal);
    }

    // Of its own, so that only a row that looks like a total pays for it.
    bool NamesSomebody(CsvReader reader) =>
        Sheet.NamesSomebody(header, i => i < reader.FieldCount ? CellText.Clean(Encoding.UTF8.GetString(reader.GetSpan(i))) : "");

    /// <summary>Whether any cell of the current record holds more than spaces.</summary>
    public static bool IsFilled(CsvReader reader)
    {
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (!IsBlank(reader.GetRawSpan(i)))
                return true;
        }
        return false;
    }

    static bool IsBlank(ReadOnlySpan<byte> raw) =>
        raw.IsEmpty || (raw[0] <= (byte)' ' || raw[0] >= 0x80 || raw[0] == (byte)'"') && CellText.Clean(Encoding.UTF8.GetString(raw).Trim('"')).Length == 0;

    // Told by the first two bytes that most cells are no "Tổng …", "Cộng" or "Total" before a text is made.
    static bool IsTotal(CsvReader reader, int index) =>
        index < reader.FieldCount
        && reader.GetSpan(index) is { Length: > 2 and < 80 } cell
        && (cell[0] | 0x20) is 't' or 'c' or ' ' or >= 0x80
        && (cell[1] | 0x20) is 'o' or 't' or 'c' or ' ' or >= 0x80
        && TotalRow.IsWord(CellText.Clean(Encoding.UTF8.GetString(cell)));

    // A quote inside an unquoted cell is a slip that harms nothing: it is text. Anything else may have swallowed other cells.
    void CheckQuotes(CsvReader reader, CsvMalformedReason reason)
    {
        _malformed = null;
        if (reason == CsvMalformedReason.StrayQuote && !reader.RawRecord.Contains((byte)'\n'))
            return;
        var (vi, en) = reason == CsvMalformedReason.TextAfterClosingQuote
            ? ("có chữ ngay sau dấu ngoặc kép đóng", "has text right after a closing quote")
            : ("có dấu ngoặc kép không được đóng", "has a quote that is never closed");
        throw new UnreadableFileException(
            $"Bản ghi bắt đầu ở dòng {reader.LineNumber} {vi}; dấu ngoặc kép trong ô phải viết đôi (\"\") và cả ô đặt trong dấu ngoặc kép.",
            $"The record that starts on line {reader.LineNumber} {en}; a quote inside a cell must be doubled (\"\") and the cell quoted.");
    }

    string SeparatorVi => separator switch { ',' => "dấu phẩy", ';' => "dấu chấm phẩy", _ => "dấu tab" };

    string SeparatorEn => separator switch { ',' => "a comma", ';' => "a semicolon", _ => "a tab" };
}
