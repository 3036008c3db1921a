using System.Xml;
using Analytics.Ingest.Reading.Docx;
using Analytics.Ingest.Reading.Grid;
using Analytics.Ingest.Reading.Xlsx;

namespace Analytics.Ingest.Reading.Packages;

/// <summary>Opens a zip that is a workbook (.xlsx) or a document (.docx), told by what is in it.</summary>
internal static class OfficeFile
{
    /// <summary>Whether the bytes begin like a zip.</summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8);

    /// <exception cref="UnreadableFileException">Broken, hostile, or neither.</exception>
    public static List<GridSheet> Open(byte[] bytes, CancellationToken ct)
    {
        try
        {
            using var package = OfficePackage.Open(bytes);
            return DocxTables.PartOf(package) is { } part ? DocxTables.Read(package, part, ct) : XlsxSheets.Read(package, ct);
        }
        catch (XmlException e)
        {
            throw new UnreadableFileException(
                $"Tệp bị hỏng: nội dung XML không đúng ở dòng {e.LineNumber}, vị trí {e.LinePosition}, hoặc có phần khai báo DTD bị cấm.",
                $"The file is broken: its XML is not well formed at line {e.LineNumber}, position {e.LinePosition}, or holds a document type declaration, which is refused.");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new UnreadableFileException(
                "Tệp không phải .xlsx hoặc .docx đọc được: tệp nén bị hỏng, bị cắt hoặc nén theo cách không hỗ trợ. Hãy mở tệp bằng Excel hoặc Word rồi lưu lại.",
                "The file is not a readable .xlsx or .docx: the zip is broken, cut short or compressed in an unsupported way. Open it in Excel or Word and save it again.");
        }
    }
}
