using System.IO.Compression;
using System.Xml;

namespace Analytics.Ingest.Reading.Packages;

/// <summary>The zip around a workbook or a document, read within limits so that a small file cannot grow without end.</summary>
/// <remarks>
/// MiniExcel, which writes our workbooks, does not tell what reading needs: which rows are hidden, what a merged cell covers, whether
/// a number is a percentage or carries leading zeros by its format. Hence the parts are read here, with a streaming XML reader.
/// </remarks>
internal sealed class OfficePackage : IDisposable
{
    public const int MaxParts = 2_000;
    public const int MaxFileMegabytes = 256;
    public const long MaxExpanded = 1L << 30;

    readonly ZipArchive _zip;
    readonly ExpansionLimit _limit = new(MaxExpanded);

    OfficePackage(ZipArchive zip) => _zip = zip;

    /// <exception cref="UnreadableFileException">Not a zip, encrypted, or over a limit.</exception>
    public static OfficePackage Open(byte[] bytes)
    {
        if (bytes.Length > MaxFileMegabytes << 20)
            throw new UnreadableFileException($"Tệp dung lượng {bytes.Length >> 20} MB; tối đa {MaxFileMegabytes} MB.",
                $"The file has {bytes.Length >> 20} MB; at most {MaxFileMegabytes} MB are allowed.");
        var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
        if (zip.Entries.Count > MaxParts)
            throw new UnreadableFileException($"Tệp có {zip.Entries.Count} thành phần; tối đa {MaxParts}.",
                $"The file has {zip.Entries.Count} parts; at most {MaxParts} are allowed.");
        var expanded = zip.Entries.Sum(e => (decimal)e.Length);
        if (expanded > MaxExpanded)
            throw ExpansionLimit.Exceeded();
        if (zip.Entries.Any(e => e.IsEncrypted))
            throw new UnreadableFileException("Tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi lưu lại.",
                "The file is protected by a password: remove it and save the file again.");
        return new(zip);
    }

    public bool Has(string part) => _zip.GetEntry(part) is not null;

    /// <summary>An XML reader over a part, or null when there is no such part. Refuses document type declarations.</summary>
    public XmlReader? Read(string part)
    {
        if (_zip.GetEntry(part) is not { } entry)
            return null;
        return XmlReader.Create(new BoundedStream(entry.Open(), entry.CompressedLength, _limit), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
            MaxCharactersInDocument = MaxExpanded,
        });
    }

    public void Dispose() => _zip.Dispose();
}
