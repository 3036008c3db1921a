using System.Text;
using System.Xml;

namespace Analytics.Ingest.Reading.Xlsx;

/// <summary>Opens a workbook and reads all its sheets.</summary>
internal static class XlsxSheets
{
    /// <exception cref="UnreadableFileException">Broken, hostile, or not a workbook.</exception>
    public static List<XlsxSheet> Open(byte[] bytes, CancellationToken ct)
    {
        try
        {
            using var package = XlsxPackage.Open(bytes);
            var workbook = Workbook.Read(package);
            var strings = SharedStrings.Read(package, workbook.SharedStringsPart, ct);
            var formats = NumberFormat.Read(package, workbook.StylesPart);
            return [.. workbook.Sheets.Select(sheet => Read(package, workbook, sheet, strings, formats, ct))];
        }
        catch (XmlException e)
        {
            throw new UnreadableFileException(
                $"Bảng tính bị hỏng: nội dung XML không đúng ở dòng {e.LineNumber}, vị trí {e.LinePosition}, hoặc có phần khai báo DTD bị cấm.",
                $"The workbook is broken: its XML is not well formed at line {e.LineNumber}, position {e.LinePosition}, or holds a document type declaration, which is refused.");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new UnreadableFileException(
                "Tệp không phải bảng tính .xlsx đọc được: tệp nén bị hỏng, bị cắt hoặc nén theo cách không hỗ trợ. Hãy mở tệp bằng phần mềm bảng tính và lưu lại dạng .xlsx.",
                "The file is not a readable .xlsx workbook: the zip is broken, cut short or compressed in an unsupported way. Open it in a spreadsheet program and save as .xlsx.");
        }
    }

    /// <summary>Whether the bytes begin like a zip.</summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8);

    /// <summary>Refuses the older binary format and workbooks encrypted with a password, which look the same from outside.</summary>
    public static void RefuseOldFormat(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return;
        if (bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0)
            throw new UnreadableFileException("Bảng tính được đặt mật khẩu; hãy bỏ mật khẩu rồi lưu lại dạng .xlsx.",
                "The workbook is protected by a password: remove it and save as .xlsx again.");
        throw new UnreadableFileException("Tệp ở định dạng .xls cũ; hãy mở bằng phần mềm bảng tính và lưu lại dạng .xlsx.",
            "The file is in the old .xls format: open it in a spreadsheet program and save as .xlsx.");
    }

    static XlsxSheet Read(
        XlsxPackage package, Workbook workbook, WorkbookSheet sheet, List<string> strings, NumberFormat[] formats, CancellationToken ct)
    {
        using var xml = package.Read(sheet.Part) ?? throw new UnreadableFileException(
            $"Bảng tính bị hỏng: thiếu nội dung của trang \"{sheet.Name}\".", $"The workbook is broken: the content of sheet \"{sheet.Name}\" is missing.");
        var parser = new SheetParser(strings, formats, workbook.Date1904);
        parser.Read(xml, ct);
        return new(sheet, parser);
    }
}
