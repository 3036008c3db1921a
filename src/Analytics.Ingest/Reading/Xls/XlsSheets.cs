using System.Text;
using Analytics.Ingest.Reading.Grid;
using Analytics.Ingest.Reading.Headers;
using ExcelDataReader;

namespace Analytics.Ingest.Reading.Xls;

/// <summary>Reads all sheets of a workbook in the binary format of Excel 5 to 2003.</summary>
internal static class XlsSheets
{
    // The library holds every cell of a sheet, some ten times what it takes in the file; a full sheet of twenty columns has 25 MB.
    const int MaxMegabytes = 64;
    const int MaxSheets = 1_000;

    // Files of Excel 5 and 95 hold text in the code page of the office that wrote them; where they do not say which, it is Viet Nam's.
    const int CodePage = 1258;

    static XlsSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="UnreadableFileException">Broken, hostile, protected by a password, or not a workbook.</exception>
    public static List<GridSheet> Open(byte[] bytes, CancellationToken ct)
    {
        if (bytes.Length > MaxMegabytes << 20)
            throw new UnreadableFileException($"Tệp dung lượng {bytes.Length >> 20} MB; tối đa {MaxMegabytes} MB.",
                $"The file has {bytes.Length >> 20} MB; at most {MaxMegabytes} MB are allowed.");
        var content = Workbook(bytes);
        var errors = new ErrorCells(content);
        try
        {
            using var reader = ExcelReaderFactory.CreateBinaryReader(
                new MemoryStream(content, writable: false), new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(CodePage) });
            return Read(reader, errors, ct);
        }
        // The library trusts what it reads: a broken file shows as an index out of range, a null, a bad cast, an overflow …
        catch (Exception e) when (e is not (UnreadableFileException or OperationCanceledException or OutOfMemoryException))
        {
            throw Broken();
        }
    }

    public static UnreadableFileException Protected() => new("Tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi lưu lại dạng .xlsx.",
        "The file is protected by a password: remove it and save as .xlsx again.");

    public static UnreadableFileException Broken() => new("Bảng tính .xls bị hỏng hoặc bị cắt; hãy mở bằng Excel rồi lưu lại dạng .xlsx.",
        "The .xls workbook is broken or cut short: open it in Excel and save as .xlsx.");

    static byte[] Workbook(byte[] bytes)
    {
        // Looked for before the container is understood: such a file need not be whole to be told apart.
        if (bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0)
            throw Protected();
        var file = new CompoundFile(bytes);
        if ((file.Entries.FirstOrDefault(e => e.Name == "Workbook") ?? file.Entries.FirstOrDefault(e => e.Name == "Book")) is { } workbook)
            return file.Read(workbook);
        throw file.Entries.Any(e => e.Name == "WordDocument")
            ? new("Tệp ở định dạng Word cũ (.doc); hãy mở bằng Word và lưu lại dạng .docx.",
                "The file is in the old Word format (.doc): open it in Word and save as .docx.")
            : new UnreadableFileException("Tệp kiểu cũ của Office nhưng không phải bảng tính; cần .xlsx, .xls, .docx hoặc CSV.",
                "This old Office file is no workbook; expected .xlsx, .xls, .docx or CSV.");
    }

    static List<GridSheet> Read(IExcelDataReader reader, ErrorCells errors, CancellationToken ct)
    {
        if (reader.ResultsCount > MaxSheets)
            throw new UnreadableFileException($"Bảng tính có {reader.ResultsCount} trang; tối đa {MaxSheets}.",
                $"The workbook has {reader.ResultsCount} sheets; at most {MaxSheets} are allowed.");
        var sheets = new List<GridSheet>();
        var (rows, room) = (new XlsRows(), new CellBudget());
        do
        {
            if (reader.FieldCount > TopRows.MaxColumns || reader.RowCount is < 0 or > CellBudget.MaxRows)
                throw new UnreadableFileException(
                    $"Trang \"{reader.Name}\" có {reader.RowCount} dòng, {reader.FieldCount} cột; tối đa {CellBudget.MaxRows} dòng, {TopRows.MaxColumns} cột.",
                    $"Sheet \"{reader.Name}\" has {reader.RowCount} rows and {reader.FieldCount} columns; at most {CellBudget.MaxRows} and {TopRows.MaxColumns} are allowed.");
            // Rows below the 32,768th come as negative numbers.
            var merged = (reader.MergeCells ?? []).Select(m => new MergedRange((ushort)m.FromRow + 1, m.FromColumn, (ushort)m.ToRow + 1, m.ToColumn));
            sheets.Add(new(CellText.Clean(reader.Name), reader.VisibleState != "visible", rows.Read(reader, sheets.Count, errors, room, ct), [.. merged.Where(IsRange)]));
        }
        while (reader.NextResult());
        return sheets;
    }

    static bool IsRange(MergedRange m) => m.FirstLine >= 1 && m.FirstColumn >= 0 && m.FirstLine <= m.LastLine && m.FirstColumn <= m.LastColumn;
}
