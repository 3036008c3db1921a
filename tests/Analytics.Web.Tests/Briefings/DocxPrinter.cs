using System.Diagnostics;
using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;
using UglyToad.PdfPig;

namespace Analytics.Web.Tests.Briefings;

/// <summary>Papers as LibreOffice prints them, under a profile of its own; null where it is not installed.</summary>
public sealed class DocxPrinter : IAsyncLifetime
{
    static readonly string[] Programs = ["/usr/bin/soffice", "/usr/bin/libreoffice"];

    static readonly Dictionary<string, Paper[]> Papers = new()
    {
        ["report"] = [DocxPapers.Report()],
        ["several"] = [DocxPapers.Report(), DocxPapers.Letter("Xã Mẫu Một"), DocxPapers.Report()],
    };

    readonly Dictionary<string, List<PrintedPage>> printed = [];

    internal List<PrintedPage> Pages(string name)
    {
        if (printed.Count == 0) Assert.Skip("LibreOffice is not installed (looked for " + string.Join(", ", Programs) + ").");
        return printed[name];
    }

    /// <summary>A written document as it is printed; the test is skipped where LibreOffice is not installed.</summary>
    internal static async Task<List<PrintedPage>> Print(byte[] document)
    {
        if (Programs.FirstOrDefault(File.Exists) is not { } program)
        {
            Assert.Skip("LibreOffice is not installed (looked for " + string.Join(", ", Programs) + ").");
            return [];
        }
        var folder = Directory.CreateTempSubdirectory("docx-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "paper.docx"), document);
            await Run(program, folder.FullName, "paper");
            return Read(Path.Combine(folder.FullName, "paper.pdf"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Programs.FirstOrDefault(File.Exists) is not { } program) return;
        var folder = Directory.CreateTempSubdirectory("docx-");
        try
        {
            foreach (var (name, papers) in Papers) await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name + ".docx"), DocxWriter.Write(papers, DocxRead.Form, DocxPapers.At));
            await Run(program, folder.FullName, [.. Papers.Keys]);
            foreach (var name in Papers.Keys) printed[name] = Read(Path.Combine(folder.FullName, name + ".pdf"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static List<PrintedPage> Read(string file)
    {
        using var pdf = PdfDocument.Open(file);
        return [.. pdf.GetPages().Select(p => new PrintedPage(p.Width, p.Height, [.. p.GetWords().Select(w =>
            new PrintedWord(w.Text.Normalize(), w.BoundingBox.Left, p.Height - w.BoundingBox.Top, w.BoundingBox.Right, p.Height - w.Letters[0].StartBaseLine.Y))]))];
    }

    static async Task Run(string program, string folder, params string[] names)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")), "--headless", "--convert-to", "pdf", "--outdir", folder, .. names.Select(n => Path.Combine(folder, n + ".docx"))])
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

/// <summary>In points.</summary>
sealed record PrintedPage(double Width, double Height, List<PrintedWord> Words)
{
    public string Text => Lines(Words);

    /// <summary>What stands within the first 20 mm of the sheet.</summary>
    public string Above => Lines(Words.Where(w => w.Baseline < 20 / 25.4 * 72));

    static string Lines(IEnumerable<PrintedWord> words) => string.Join(' ', words.OrderBy(w => Math.Round(w.Baseline)).ThenBy(w => w.Left).Select(w => w.Text));
}

/// <param name="Top">From the upper edge of the sheet to the top of the letters.</param>
/// <param name="Baseline">From the upper edge of the sheet to the line the letters stand on.</param>
sealed record PrintedWord(string Text, double Left, double Top, double Right, double Baseline);
