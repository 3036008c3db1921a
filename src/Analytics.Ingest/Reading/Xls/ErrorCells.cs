using System.Buffers.Binary;

namespace Analytics.Ingest.Reading.Xls;

/// <summary>Which cells of a workbook show an error such as #REF!, sheet by sheet: the library gives them as empty, which would lose a count without a word.</summary>
/// <remarks>Records are those of [MS-XLS]: an identifier and a length of two bytes each, then the content.</remarks>
internal sealed class ErrorCells
{
    const int Bof = 0x809, Eof = 0x0A, FilePass = 0x2F, BoundSheet = 0x85, BoolErr = 0x205, Formula = 0x06;
    const int MaxErrors = 100_000, Times = 4;

    readonly byte[] _workbook;
    readonly List<Dictionary<(int Row, int Column), string>> _sheets = [];
    long _left;
    int _errors;

    /// <exception cref="UnreadableFileException">The workbook is encrypted or broken.</exception>
    public ErrorCells(byte[] workbook)
    {
        _workbook = workbook;
        _left = (long)workbook.Length * Times;
        var sheets = new List<uint>();
        foreach (var (id, at, length) in Records(0))
        {
            // Also where the password is the well-known one Excel tries by itself: what is encrypted cannot be looked over here.
            if (id == FilePass)
                throw XlsSheets.Protected();
            if (id == BoundSheet && length >= 6 && workbook[at + 5] == 0)
                sheets.Add(BinaryPrimitives.ReadUInt32LittleEndian(workbook.AsSpan(at)));
        }
        foreach (var start in sheets)
            _sheets.Add(start < workbook.Length ? Scan((int)start) : throw XlsSheets.Broken());
    }

    /// <summary>The error a cell shows, or "".</summary>
    /// <param name="sheet">Sheet from 0, in the order of the workbook.</param>
    /// <param name="row">Row from 0.</param>
    /// <param name="column">Column from 0.</param>
    public string At(int sheet, int row, int column) =>
        _errors > 0 && _sheets[sheet].TryGetValue((row, column), out var error) ? error : "";

    Dictionary<(int, int), string> Scan(int start)
    {
        var errors = new Dictionary<(int, int), string>();
        foreach (var (id, at, length) in Records(start))
        {
            var cell = _workbook.AsSpan(at, length);
            var code = id switch
            {
                BoolErr when length >= 8 && cell[7] == 1 => cell[6],
                Formula when length >= 14 && cell[6] == 2 && cell[12] == 0xFF && cell[13] == 0xFF => cell[8],
                _ => -1,
            };
            if (code < 0)
                continue;
            if (++_errors > MaxErrors)
                throw XlsSheets.Broken();
            errors[(BinaryPrimitives.ReadUInt16LittleEndian(cell), BinaryPrimitives.ReadUInt16LittleEndian(cell[2..]))] = Name(code);
        }
        return errors;
    }

    // From a BOF to the EOF that belongs to it; a chart on a sheet is such a pair inside.
    IEnumerable<(int Id, int At, int Length)> Records(int start)
    {
        for (int at = start, depth = 0; ;)
        {
            if (at + 4 > _workbook.Length)
                throw XlsSheets.Broken();
            var (id, length) = (UInt16(at), UInt16(at + 2));
            at += 4;
            _left -= length + 4;
            depth += id switch { Bof => 1, Eof => -1, _ => 0 };
            if (_left < 0 || at + length > _workbook.Length || depth == 0 && id != Eof)
                throw XlsSheets.Broken();
            if (depth == 0)
                yield break;
            if (depth == 1)
                yield return (id, at, length);
            at += length;
        }
    }

    int UInt16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_workbook.AsSpan(at));

    static string Name(int code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR!",
    };
}
