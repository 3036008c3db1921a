using Analytics.Domain.Coverage;
using Analytics.Web.Briefings.Papers;

namespace Analytics.Web.Briefings.Reports;

/// <summary>Parts of a report as blocks of a paper.</summary>
sealed class ReportBlocks(PaperParts parts)
{
    /// <summary>Characters of a table's text on a line of an upright sheet.</summary>
    const double LineLength = 84;
    /// <summary>Room at the sides of a cell, in characters.</summary>
    const double Padding = 2.5;
    /// <summary>Bold letters are wider by so much.</summary>
    const double Bold = 1.15;

    /// <summary>What was written in a section; a reminder in brackets where nothing was.</summary>
    public IEnumerable<PaperBlock> Written(ReportContent content, TextSection section)
    {
        var paragraphs = content.Text.Paragraphs(section);
        return paragraphs.Count > 0
            ? paragraphs.Select(p => new PaperParagraph(p))
            : [new PaperParagraph(parts.Text("summing.to-write", parts.Text("text.section." + section.Code())))];
    }

    /// <summary>Tables of a section of the trend report, then its charts.</summary>
    public static IEnumerable<PaperBlock> Section(ReportContent content, string id)
    {
        foreach (var section in content.Trends.Sections.Where(s => s.Id == id))
        {
            foreach (var table in section.Tables.Where(t => t.Rows.Count > 0)) yield return Table(table);
            foreach (var note in section.Tables.Where(t => t.Rows.Count == 0 && t.Note.Length > 0)) yield return new PaperParagraph(note.Note);
            foreach (var chart in section.Charts) yield return Picture(chart);
        }
    }

    public IEnumerable<PaperBlock> Opinions(ReportContent content)
    {
        if (content.Text.Themes.Count == 0) yield break;
        yield return new PaperTable(parts.Text("summing.opinions"), [new(8, PaperAlign.Center), new(60, PaperAlign.Left), new(16, PaperAlign.Right), new(16, PaperAlign.Right)],
            [[new(parts.Text("form.tt")), new(parts.Text("text.theme")), new(parts.Text("text.count")), new(parts.Text("text.units"))]],
            content.Text.Themes.Select((t, i) => new PaperRow([$"{i + 1}", t.Theme, $"{t.Count}", t.Units == 0 ? "–" : $"{t.Units}"])).ToList());
    }

    static PaperPicture Picture(ReportChart chart)
    {
        var (width, height) = ((int)Math.Round(chart.PageSize.Width * chart.PageSize.Scale), (int)Math.Round(chart.PageSize.Height * chart.PageSize.Scale));
        return new(chart.Page, width, height, chart.Text.Alt, $"{chart.Text.Title}. {chart.Text.Subtitle}");
    }

    static PaperTable Table(ReportTable table)
    {
        var columns = Widths(table).Select((width, i) => new PaperColumn(width, table.Numeric[i] ? PaperAlign.Right : PaperAlign.Left)).ToList();
        return new(table.Caption, columns, [table.Headers.Select(h => new PaperHeaderCell(h)).ToList()], table.Rows.Select(r => new PaperRow(r)).ToList(), table.Note);
    }

    /// <summary>Numbers are not broken, and no word is; columns of words share what is left, as much as their texts ask for.</summary>
    static List<double> Widths(ReportTable table)
    {
        var least = table.Headers.Select((header, i) => Math.Max(Longest(header) * Bold, table.Rows.Max(r => table.Numeric[i] ? r[i].Length : Longest(r[i]))) + Padding).ToList();
        var asked = table.Headers.Select((_, i) => table.Numeric[i] ? 0 : Math.Max(0, table.Rows.Max(r => r[i].Length) - least[i])).ToList();
        var left = Math.Max(0, LineLength - least.Sum());
        var asking = Enumerable.Range(0, asked.Count).Where(i => asked[i] > 0).OrderBy(i => asked[i]).ToList();
        // Whoever asks for little gets it; the longest text takes the rest.
        for (var i = 0; i < asking.Count; i++)
        {
            var given = Math.Min(asked[asking[i]], left / (asking.Count - i));
            least[asking[i]] += given;
            left -= given;
        }
        return least;
    }

    static int Longest(string text) => text.Split(' ').Max(w => w.Length);
}
