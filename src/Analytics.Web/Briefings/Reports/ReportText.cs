using System.IO.Compression;

namespace Analytics.Web.Briefings.Reports;

/// <summary>Compares two documents of the writer by what they say: text, tables and pictures, without the head, which holds number and day, and the foot.</summary>
static class ReportText
{
    const string EndOfHead = "</w:tbl>";

    public static bool IsSame(byte[] one, byte[] other)
    {
        using var a = new ZipArchive(new MemoryStream(one));
        using var b = new ZipArchive(new MemoryStream(other));
        return Text(a) == Text(b) && Pictures(a).SequenceEqual(Pictures(b));
    }

    static string Text(ZipArchive document)
    {
        using var reader = new StreamReader(document.GetEntry("word/document.xml")!.Open());
        var xml = reader.ReadToEnd();
        // The head is the first table.
        return xml[(xml.IndexOf(EndOfHead, StringComparison.Ordinal) + EndOfHead.Length)..];
    }

    static IEnumerable<string> Pictures(ZipArchive document) => document.Entries.Where(e => e.FullName.EndsWith(".png", StringComparison.Ordinal)).OrderBy(e => e.FullName, StringComparer.Ordinal)
        .Select(e =>
        {
            using var bytes = new MemoryStream();
            using (var stream = e.Open()) stream.CopyTo(bytes);
            return BriefingArchive.Hash(bytes.ToArray());
        });
}
