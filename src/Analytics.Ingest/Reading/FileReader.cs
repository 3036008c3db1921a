using Analytics.Ingest.Reading.Csv;
using Analytics.Ingest.Reading.Packages;
using Analytics.Ingest.Reading.Xls;

namespace Analytics.Ingest.Reading;

/// <summary>Reads a CSV, a workbook (.xlsx or the old .xls) or the tables of a .docx; which of them is told by the content, not by the name.</summary>
public static class FileReader
{
    /// <summary>Enough to tell what a file is.</summary>
    const int HeadBytes = 1 << 12;

    /// <summary>Reads a file from disk.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="kind">What it holds; null to tell from its headers.</param>
    /// <param name="ct">Also ends a later enumeration of the rows.</param>
    /// <exception cref="IOException">The file is missing or cannot be opened. Whatever is wrong with its content is a
    /// <see cref="Problem"/> instead.</exception>
    public static SourceFile Read(string path, FileKind? kind = null, CancellationToken ct = default)
    {
        using var stream = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
        return Read(stream, Path.GetFileName(path), kind, ct);
    }

    /// <summary>Reads a stream from its current position to its end.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="name">Name of the file, for reports.</param>
    /// <param name="kind">What it holds; null to tell from its headers.</param>
    /// <param name="ct">Also ends a later enumeration of the rows.</param>
    public static SourceFile Read(Stream content, string name, FileKind? kind = null, CancellationToken ct = default)
    {
        var file = FileContent.Read(content, ct);
        try
        {
            return new Tables(Open(file, name, ct), kind, ct).ToFile(name, file, ct);
        }
        catch (UnreadableFileException e)
        {
            return new() { Name = name, Sha256 = file.Sha256, Content = file, Kind = kind, Problems = [e.ToProblem()] };
        }
    }

    static List<Sheet> Open(FileContent file, string name, CancellationToken ct)
    {
        if (file.TooLarge)
            throw new UnreadableFileException($"Tệp lớn hơn {FileContent.MaxMegabytes} MB; hãy chia thành nhiều tệp.",
                $"The file is larger than {FileContent.MaxMegabytes} MB: split it into several.");
        var head = file.Head(HeadBytes).Span;
        if (head.IsEmpty)
            return [];
        if (CompoundFile.IsCompound(head))
            return [.. XlsSheets.Open(file.Bytes(), ct)];
        if (OfficeFile.IsZip(head))
            return [.. OfficeFile.Open(file.Bytes(), ct)];
        RefuseOtherContent(head, Path.GetExtension(name).ToLowerInvariant());
        return [CsvSheet.Open(file)];
    }

    // What is left is read as text; a name that promises something else tells what went wrong better than the text does.
    static void RefuseOtherContent(ReadOnlySpan<byte> bytes, string extension)
    {
        if (extension == ".xlsx")
            throw new UnreadableFileException("Tệp có đuôi .xlsx nhưng nội dung không phải bảng tính .xlsx (không phải tệp nén zip); hãy mở bằng phần mềm bảng tính và lưu lại dạng .xlsx.",
                "The name ends in .xlsx but the content is no workbook (not a zip): open it in a spreadsheet program and save as .xlsx.");
        if (extension is ".docx" or ".doc")
            throw new UnreadableFileException($"Tệp có đuôi {extension} nhưng nội dung không phải tệp Word .docx (không phải tệp nén zip); hãy mở bằng Word và lưu lại dạng .docx.",
                $"The name ends in {extension} but the content is no .docx (not a zip): open it in Word and save as .docx.");
        if (extension == ".xls" && bytes.TrimStart("\uFEFF \r\n\t"u8).StartsWith("<"u8))
            throw new UnreadableFileException("Tệp có đuôi .xls nhưng nội dung là trang web hoặc XML; hãy mở bằng Excel và lưu lại dạng .xlsx.",
                "The name ends in .xls but the content is a web page or XML: open it in Excel and save as .xlsx.");
    }
}
