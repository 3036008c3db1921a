using System.IO.Compression;
using System.Text;

namespace Analytics.Web.Briefings;

/// <summary>
/// Marks what leaves the archive: each copy says its number, to whom it was given and when, and the audit holds the
/// same number. The archive itself stays as it was hashed.
/// </summary>
static class BriefingCopy
{
    const string Start = "<span id=\"copy\">";
    const string End = "</span>";

    /// <summary>A number no other copy has: <c>4F2A-91BC</c>.</summary>
    public static string NewNumber()
    {
        var random = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        return random[..4] + "-" + random[4..];
    }

    /// <summary>Where the copy's note will stand; until then it says that this is the archive's.</summary>
    public static string Placeholder(string archiveCopy) => Start + TrendReportHtml.E(archiveCopy) + End;

    /// <summary>The HTML file with the note in its foot.</summary>
    public static byte[] OfHtml(byte[] archived, string note)
    {
        // From the end: the foot is the last thing in the file, behind megabytes of pictures.
        var start = archived.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(Start));
        var length = start < 0 ? -1 : archived.AsSpan(start).IndexOf(Encoding.UTF8.GetBytes(End));
        if (length < 0) throw new InvalidDataException("The report has no place for the number of its copy.");
        return [.. archived.AsSpan(0, start), .. Encoding.UTF8.GetBytes(Start + TrendReportHtml.E(note)), .. archived.AsSpan(start + length)];
    }

    /// <summary>The ZIP file with the note as a further file.</summary>
    public static byte[] OfZip(byte[] archived, string fileName, string note, DateTimeOffset at)
    {
        using var bytes = new MemoryStream();
        bytes.Write(archived);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
            TrendReportZip.AddText(zip, fileName, [note], at);
        return bytes.ToArray();
    }
}
