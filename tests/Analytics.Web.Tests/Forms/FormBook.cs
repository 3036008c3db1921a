using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Analytics.Web.Tests.Forms;

/// <summary>A workbook of a form, read back.</summary>
sealed class FormBook : IDisposable
{
    readonly SpreadsheetDocument document;

    public FormBook(byte[] bytes) => document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    public WorkbookPart Book => document.WorkbookPart!;
    public Worksheet Sheet => Book.WorksheetParts.Single().Worksheet!;
    public List<Row> Rows => [.. Sheet.GetFirstChild<SheetData>()!.Elements<Row>()];
    public List<Cell> Formulas => [.. Sheet.Descendants<Cell>().Where(c => c.CellFormula is not null)];

    public List<string> Faults() => [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];

    public Cell At(string place) => Sheet.Descendants<Cell>().Single(c => c.CellReference!.Value == place);

    public static string Value(Cell cell) => cell.DataType?.Value == CellValues.InlineString ? cell.InlineString!.InnerText : cell.CellValue?.Text ?? "";

    /// <summary>The cells that stand in a row, in the order of the columns.</summary>
    public List<string> Line(uint row) => [.. Rows.Single(r => r.RowIndex! == row).Elements<Cell>().Select(Value)];

    /// <summary>The format a cell's number is printed in.</summary>
    public string Format(Cell cell)
    {
        var styles = Book.WorkbookStylesPart!.Stylesheet!;
        var id = ((CellFormat)styles.CellFormats!.ElementAt((int)cell.StyleIndex!.Value)).NumberFormatId!.Value;
        return styles.NumberingFormats!.Elements<NumberingFormat>().SingleOrDefault(n => n.NumberFormatId! == id)?.FormatCode?.Value ?? "built-in " + id.ToString(CultureInfo.InvariantCulture);
    }

    public void Dispose() => document.Dispose();
}

/// <summary>LibreOffice, which works out every formula of a workbook anew; tests are skipped where it is not installed.</summary>
static class Recalculation
{
    static readonly string[] Programs = ["/usr/bin/soffice", "/usr/bin/libreoffice"];
    static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>By name of the workbook: the value of every cell that holds a formula, as worked out.</summary>
    public static async Task<Dictionary<string, Dictionary<string, string>>> Of(IReadOnlyDictionary<string, byte[]> books)
    {
        var program = Programs.FirstOrDefault(File.Exists);
        if (program is null) Assert.Skip("LibreOffice is not installed (looked for " + string.Join(", ", Programs) + ").");
        var folder = Directory.CreateTempSubdirectory("forms-");
        try
        {
            foreach (var (name, bytes) in books) await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name + ".xlsx"), WithoutValues(bytes));
            await Run(program, folder.FullName, books.Keys);
            return books.Keys.ToDictionary(name => name, name => Formulas(File.ReadAllBytes(Path.Combine(folder.FullName, "out", name + ".xlsx"))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The values the file came with are taken out, so that none can be handed back unread.</summary>
    static byte[] WithoutValues(byte[] book)
    {
        using var bytes = new MemoryStream();
        bytes.Write(book);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
            foreach (var entry in zip.Entries.Where(e => e.FullName.Contains("worksheets/", StringComparison.Ordinal)).ToList())
            {
                XDocument sheet;
                using (var read = entry.Open()) sheet = XDocument.Load(read);
                foreach (var formula in sheet.Descendants().Where(e => e.Name.LocalName == "f")) formula.ElementsAfterSelf().Where(e => e.Name.LocalName == "v").Remove();
                using var write = entry.Open();
                write.SetLength(0);
                sheet.Save(write);
            }
        return bytes.ToArray();
    }

    static Dictionary<string, string> Formulas(byte[] book)
    {
        using var zip = new ZipArchive(new MemoryStream(book));
        using var stream = zip.Entries.Single(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream).Descendants(Main + "c").Where(c => c.Element(Main + "f") is not null)
            .ToDictionary(c => c.Attribute("r")!.Value, c => (c.Attribute("t")?.Value == "e" ? "error " : "") + (c.Element(Main + "v")?.Value ?? ""));
    }

    static async Task Run(string program, string folder, IEnumerable<string> names)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")), "--headless", "--convert-to", "xlsx", "--outdir", Path.Combine(folder, "out"), .. names.Select(n => Path.Combine(folder, n + ".xlsx"))])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("LibreOffice did not end within three minutes.");
        }
        if (process.ExitCode != 0) throw new InvalidOperationException(string.Join('\n', await said));
    }
}
