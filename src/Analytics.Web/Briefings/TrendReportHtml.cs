using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Analytics.Web.Briefings;

/// <summary>
/// A trend report as one HTML file that needs nothing else: style and pictures are inside, no script, nothing from
/// outside. It is printed on A4 with marking and page number on every page.
/// </summary>
static class TrendReportHtml
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    /// <summary>Rows of a table that is not broken over two pages.</summary>
    const int ShortTable = 12;

    static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    static readonly string Style = ReadStyle();

    public static byte[] Write(TrendReport report, string archiveCopy)
    {
        var html = new StringBuilder(4_000_000);
        html.Append(Invariant, $"<!DOCTYPE html>\n<html lang=\"{report.Language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n");
        html.Append(Invariant, $"<title>{E(report.Title)} – {E(report.Subject)}</title>\n<style>\n{Style}{PrintedPage(report)}</style>\n</head>\n<body>\n");
        Head(html, report);
        foreach (var section in report.Sections) Section(html, section);
        html.Append(Invariant, $"<footer class=\"foot\"><span>{E(report.Made)}</span>{BriefingCopy.Placeholder(archiveCopy)}</footer>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    /// <summary>Text as HTML.</summary>
    public static string E(string text) => Encoder.Encode(text);

    static void Head(StringBuilder html, TrendReport report)
    {
        html.Append(Invariant, $"<header>\n<div class=\"head\"><span>{E(report.Body)}</span><span class=\"marking\">{E(report.Marking)}</span></div>\n");
        if (report.SampleMark is { } sample) html.Append(Invariant, $"<p class=\"sample\">{E(sample)}</p>\n");
        html.Append(Invariant, $"<h1>{E(report.Title)}</h1>\n<p class=\"subject\">{E(report.Subject)}</p>\n");
        html.Append(Invariant, $"<p class=\"about\">{E(report.AsOf)}<br>{string.Join("<br>", report.Rule.Select(E))}");
        if (report.Assumed is { } assumed) html.Append(Invariant, $"<br><span class=\"assumed\">{E(assumed)}</span>");
        html.Append("</p>\n</header>\n<div class=\"lead\" id=\"summary\">\n");
        foreach (var sentence in report.Sentences) html.Append(Invariant, $"<p>{E(sentence)}</p>\n");
        html.Append("</div>\n");
    }

    static void Section(StringBuilder html, ReportSection section)
    {
        html.Append(Invariant, $"<section id=\"{section.Id}\"{(section.Appendix ? " class=\"appendix\"" : "")}>\n<h2>{E(section.Heading)}</h2>\n");
        foreach (var paragraph in section.Paragraphs) html.Append(Invariant, $"<p>{E(paragraph)}</p>\n");
        if (section.ChartsFirst) foreach (var chart in section.Charts) Figure(html, chart);
        foreach (var table in section.Tables) Table(html, table);
        if (!section.ChartsFirst) foreach (var chart in section.Charts) Figure(html, chart);
        html.Append("</section>\n");
    }

    static void Table(StringBuilder html, ReportTable table)
    {
        if (table.Rows.Count > 0)
        {
            html.Append(Invariant, $"<div class=\"tables{(table.Rows.Count <= ShortTable ? " together" : "")}\"><table id=\"table-{table.Id}\">\n<caption>{E(table.Caption)}</caption>\n<thead><tr>");
            for (var i = 0; i < table.Headers.Count; i++) html.Append(Invariant, $"<th scope=\"col\"{Class(table, i)}>{Header(table.Headers[i])}</th>");
            html.Append("</tr></thead>\n<tbody>\n");
            var first = table.Numeric[0] ? 1 : 0;
            foreach (var row in table.Rows)
            {
                html.Append("<tr>");
                for (var i = 0; i < row.Count; i++)
                    html.Append(Invariant, $"{(i == first ? "<th scope=\"row\"" : "<td" + Class(table, i))}>{E(row[i])}</{(i == first ? "th" : "td")}>");
                html.Append("</tr>\n");
            }
            html.Append("</tbody>\n</table></div>\n");
        }
        if (table.Note.Length > 0) html.Append(Invariant, $"<p class=\"note\">{E(table.Note)}</p>\n");
    }

    /// <summary>What stands in brackets at the end keeps together on a line.</summary>
    static string Header(string text) => text.EndsWith(')') && text.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var at
        ? $"{E(text[..at])} <span>{E(text[(at + 1)..])}</span>"
        : E(text);

    static string Class(ReportTable table, int column) => table.Numeric[column] ? " class=\"num\"" : "";

    static void Figure(StringBuilder html, ReportChart chart)
    {
        html.Append(Invariant, $"<figure id=\"chart-{chart.Name}\">\n<figcaption><span class=\"title\">{E(chart.Text.Title)}</span><span class=\"sub\">{E(chart.Text.Subtitle)}</span></figcaption>\n");
        html.Append(Invariant, $"<img width=\"{chart.PageSize.Width}\" height=\"{chart.PageSize.Height}\" alt=\"{E(chart.Text.Alt)}\" src=\"data:image/png;base64,{Convert.ToBase64String(chart.Page)}\">\n");
        html.Append(Invariant, $"<p class=\"note\">{E(chart.Text.Source)}</p>\n</figure>\n");
    }

    /// <summary>What stands on every printed page.</summary>
    static string PrintedPage(TrendReport report)
    {
        static string Quoted(string text) => '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("<", "\\3c ", StringComparison.Ordinal) + '"';
        static string Box(string place, string content) => $"  @{place} {{ content: {content}; font: 8.5pt sans-serif; color: #333; }}\n";
        return "@page { size: A4; margin: 18mm 15mm 18mm 20mm;\n"
            + (report.SampleMark is { } sample ? Box("top-left", Quoted(sample)) : "")
            + Box("top-right", Quoted(report.Marking)) + Box("bottom-left", Quoted(report.AsOf)) + Box("bottom-right", "counter(page) \"/\" counter(pages)") + "}\n";
    }

    static string ReadStyle()
    {
        using var stream = typeof(TrendReportHtml).Assembly.GetManifestResourceStream("report.css") ?? throw new InvalidOperationException("No resource report.css.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
