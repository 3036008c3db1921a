using System.Globalization;
using Analytics.Domain.Briefings;
using Analytics.Web.Hosting;

namespace Analytics.Web.Briefings.Reports;

/// <summary>Documents of reports as they were when they were sent, signed or issued; never changed, each with its SHA-256 in the store.</summary>
sealed class ReportFiles(Installation installation)
{
    /// <summary>Place below the folder of briefings.</summary>
    public static string NameOf(RoundReport report, ReportStage stage) =>
        string.Create(CultureInfo.InvariantCulture, $"reports/{report.Id:00000}/draft{report.Draft:00}-{stage.ToString().ToLowerInvariant()}-{Guid.NewGuid():N}.docx");

    public void Keep(string name, byte[] bytes)
    {
        var path = Path.Combine(installation.BriefingsFolder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var attempt = path + ".tmp";
        using (var stream = new FileStream(attempt, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        File.Move(attempt, path);
    }

    public void Drop(string name) => File.Delete(Path.Combine(installation.BriefingsFolder, name));

    /// <summary>The bytes as they were kept; null where the file is missing or no longer what was hashed.</summary>
    public byte[]? Read(ReportEvent kept)
    {
        var root = Path.GetFullPath(installation.BriefingsFolder) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, kept.File!));
        if (!path.StartsWith(root, StringComparison.Ordinal) || !File.Exists(path)) return null;
        var bytes = File.ReadAllBytes(path);
        return BriefingArchive.Hash(bytes) == kept.Sha256 ? bytes : null;
    }
}
