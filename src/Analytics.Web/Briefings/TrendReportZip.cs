using System.Globalization;
using System.IO.Compression;
using System.Text;
using Analytics.Domain.Dates;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Briefings;

/// <summary>The pictures of a trend report for slides: each stands alone with title, source, marking and sample mark; README.txt lists them.</summary>
sealed class TrendReportZip(Texts texts)
{
    public byte[] Write(TrendReport report, DateTime madeUtc)
    {
        var at = LocalTime(madeUtc);
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var charts = report.Charts.ToList();
            for (var i = 0; i < charts.Count; i++)
            {
                // A PNG is compressed already.
                var entry = zip.CreateEntry(FileName(report, charts[i], i + 1), CompressionLevel.NoCompression);
                entry.LastWriteTime = at;
                using var stream = entry.Open();
                stream.Write(charts[i].Slide);
            }
            AddText(zip, "README.txt", Lines(report, charts), at);
        }
        return bytes.ToArray();
    }

    /// <summary>Number, chart and round: <c>sample-01-trend-GD-2026.png</c>. No name of a person.</summary>
    public static string FileName(TrendReport report, ReportChart chart, int number)
    {
        var round = string.Concat(report.RoundCode.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        return string.Create(CultureInfo.InvariantCulture, $"{(report.SampleMark is null ? "" : "sample-")}{number:00}-{chart.Name}-{round}.png");
    }

    /// <summary>A text file any editor of the office reads: UTF-8 with byte order mark, CRLF.</summary>
    public static void AddText(ZipArchive zip, string name, IEnumerable<string> lines, DateTimeOffset at)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = at;
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        foreach (var line in lines) writer.WriteLine(line);
    }

    /// <summary>Viet Nam's wall clock, which is what a ZIP file keeps.</summary>
    public static DateTimeOffset LocalTime(DateTime utc) => new(VietnamTime.Of(utc), TimeSpan.Zero);

    IEnumerable<string> Lines(TrendReport report, List<ReportChart> charts)
    {
        yield return texts["readme.title"];
        yield return report.Subject;
        yield return report.Marking;
        if (report.SampleMark is { } sample) yield return sample;
        yield return "";
        yield return texts["readme.size", ReportChart.SlideSize.Width, ReportChart.SlideSize.Height];
        for (var i = 0; i < charts.Count; i++)
        {
            yield return "";
            yield return FileName(report, charts[i], i + 1);
            yield return "  " + charts[i].Text.Title;
            yield return "  " + charts[i].Text.Subtitle;
            yield return "  " + charts[i].Text.Source;
        }
        yield return "";
        yield return report.AsOf;
        yield return report.Body;
        yield return report.Made;
    }
}
