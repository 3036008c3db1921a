using System.IO.Compression;

namespace Analytics.Web.Shared.Files;

/// <summary>What a file is by its content, whatever its name says.</summary>
static class FileKinds
{
    public const string Pdf = "application/pdf", Jpeg = "image/jpeg", Png = "image/png";
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>PDF, JPEG or PNG by the first bytes; null for anything else.</summary>
    public static string? Scan(ReadOnlySpan<byte> start) =>
        start.StartsWith("%PDF-"u8) ? Pdf
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : null;

    /// <summary>A scan, or a document of Word or Excel without macros; null for anything else.</summary>
    public static string? Document(byte[] bytes) => Scan(bytes) ?? (bytes.AsSpan().StartsWith("PK\x03\x04"u8) ? Office(bytes) : null);

    public static string Extension(string contentType) => contentType switch
    {
        Pdf => ".pdf",
        Jpeg => ".jpg",
        Png => ".png",
        Word => ".docx",
        Excel => ".xlsx",
        _ => throw new ArgumentOutOfRangeException(nameof(contentType), contentType, "No file of this type is kept."),
    };

    /// <remarks>Reads the list of what is inside, and unpacks nothing.</remarks>
    static string? Office(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            var names = zip.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (!names.Contains("[Content_Types].xml") || names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return null;
            return names.Contains("word/document.xml") ? Word : names.Contains("xl/workbook.xml") ? Excel : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
