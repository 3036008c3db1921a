using System.IO.Compression;
using System.Text;
using System.Xml;
using Analytics.Ingest.Reading;
using Analytics.Ingest.Reading.Packages;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Ingest.Marking;

/// <summary>
/// A file with its problems shown where they are: faulty cells filled and bordered, with the messages as comments. Of an
/// <c>.xlsx</c> the user's own workbook with all it has; of others a workbook of the rows as read. Loaded again it reads the same.
/// </summary>
public static class MarkedWorkbook
{
    /// <summary>Larger files are not marked: nobody looks for comments among so many cells.</summary>
    public const int MostRows = 200_000;

    const long MostExpanded = 256L << 20;
    const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    /// <param name="file">The file as read within the reader's limits.</param>
    /// <returns>The workbook; null when the file could not be read as rows, or is too large.</returns>
    public static byte[]? Of(SourceFile file, IReadOnlyList<Problem> problems, CancellationToken ct = default)
    {
        if (file.Layouts.Count == 0 || file.RowCount > MostRows) return null;
        return (IsOwn(file) ? TryOwn(file, problems, ct) : null) ?? Plain(file, problems, ct);
    }

    static bool IsOwn(SourceFile file)
    {
        if (!OfficeFile.IsZip(file.Content.Head(4).Span)) return false;
        using var zip = new ZipArchive(new MemoryStream(file.Content.Bytes(), writable: false));
        return zip.GetEntry("xl/workbook.xml") is not null && zip.Entries.Sum(e => e.Length) <= MostExpanded;
    }

    /// <summary>Null where a workbook that can be read cannot be written: its rows are then marked in a new one.</summary>
    static byte[]? TryOwn(SourceFile file, IReadOnlyList<Problem> problems, CancellationToken ct)
    {
        try
        {
            return Own(file.Content.Bytes(), name => file.Layouts.FirstOrDefault(l => l.Sheet.Name == name), problems, ct);
        }
        catch (Exception e) when (e is OpenXmlPackageException or XmlException or InvalidDataException or IOException or FormatException
            or InvalidOperationException or ArgumentException or NotSupportedException or KeyNotFoundException or TimeoutException)
        {
            return null;
        }
    }

    static byte[] Plain(SourceFile file, IReadOnlyList<Problem> problems, CancellationToken ct)
    {
        var names = PlainWorkbook.SheetNames(file);
        return Own(PlainWorkbook.Write(file, ct), name => names.ToList().IndexOf(name) is >= 0 and var i ? file.Layouts[i] : null, problems, ct);
    }

    static byte[] Own(byte[] workbook, Func<string, SheetLayout?> layoutOf, IReadOnlyList<Problem> problems, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        bytes.Write(workbook);
        using (var document = SpreadsheetDocument.Open(bytes, isEditable: true, new OpenSettings { AutoSave = false }))
        {
            if (document is not { DocumentType: SpreadsheetDocumentType.Workbook, WorkbookPart: { } book } || book.Workbook.NamespaceUri == Strict)
                throw new InvalidDataException("Not a workbook that comments can be written into.");
            var sheets = book.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
                .Select(s => (Sheet: new MarkedSheet(s.Name?.Value ?? "", layoutOf(s.Name?.Value ?? "")), Part: book.GetPartById(s.Id?.Value ?? ""))).ToList();
            MarkedCells.Fill(sheets.Select(s => s.Sheet).ToList(), problems);
            var styles = new MarkStyles(book);
            foreach (var (sheet, part) in sheets)
            {
                ct.ThrowIfCancellationRequested();
                // A sheet that is a chart has no cells.
                if (part is WorksheetPart worksheet) Mark(worksheet, sheet, styles);
            }
            book.WorkbookStylesPart!.Stylesheet.Save();
            document.Save();
        }
        return bytes.ToArray();
    }

    static void Mark(WorksheetPart part, MarkedSheet sheet, MarkStyles styles)
    {
        var cleared = MarkComments.Clear(part);
        if (cleared.Count == 0 && sheet.Marks.Count == 0) return;
        var added = MarkComments.Write(part, sheet.Marks);
        var cells = new SortedDictionary<CellPlace, bool?>(sheet.Marks.Comparer);
        foreach (var place in cleared) cells[place] = null;
        foreach (var (place, mark) in sheet.Marks) cells[place] = mark.IsError;
        var rewriting = new SheetRewriting(cells, styles, "rIdMarks");
        using var rewritten = new MemoryStream();
        using (var source = part.GetStream(FileMode.Open, FileAccess.Read))
        using (var from = XmlReader.Create(source, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }))
        using (var to = XmlWriter.Create(rewritten, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false }))
        {
            to.WriteStartDocument(standalone: true);
            rewriting.Run(from, to);
        }
        rewritten.Position = 0;
        part.FeedData(rewritten);
        var drawing = part.TryGetPartById(rewriting.Drawing, out var existing) && existing is VmlDrawingPart known
            ? known : part.AddNewPart<VmlDrawingPart>(rewriting.Drawing);
        MarkComments.Draw(drawing, cleared, added);
    }
}
