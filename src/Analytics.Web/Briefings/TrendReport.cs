using Analytics.Web.Charts;
using Analytics.Web.Pages.Charts;

namespace Analytics.Web.Briefings;

/// <summary>
/// What a trend report says, written once and in one language; the writers only give it a form. Every word and figure
/// in it is fit to leave the house: no names, no figure of a group of fewer than three officials.
/// </summary>
sealed record TrendReport
{
    public required string Language { get; init; }
    public required string Title { get; init; }
    /// <summary>Round and place, under the title.</summary>
    public required string Subject { get; init; }
    /// <summary>Name of the body that uses the product.</summary>
    public required string Body { get; init; }
    public required string Marking { get; init; }
    /// <summary>Says that the figures are invented; null for real ones.</summary>
    public required string? SampleMark { get; init; }

    /// <summary>How old the figures are, with their version.</summary>
    public required string AsOf { get; init; }
    /// <summary>The rule in words, and its source.</summary>
    public required IReadOnlyList<string> Rule { get; init; }
    /// <summary>That the rule is assumed, and which parts of it; null where all of it was seen.</summary>
    public required string? Assumed { get; init; }

    /// <summary>What the figures say, as on the overview.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }
    public required IReadOnlyList<ReportSection> Sections { get; init; }
    /// <summary>Who had it made and when.</summary>
    public required string Made { get; init; }

    public required int RoundId { get; init; }
    public required string RoundCode { get; init; }
    public required long DataVersion { get; init; }

    public IEnumerable<ReportChart> Charts => Sections.SelectMany(s => s.Charts);
}

/// <param name="Id">For links and tests: lower case with hyphens.</param>
/// <param name="ChartsFirst">The pictures stand before the tables.</param>
/// <param name="Appendix">Stands behind the rest, from a new page on.</param>
sealed record ReportSection(
    string Id, string Heading, IReadOnlyList<string> Paragraphs, IReadOnlyList<ReportTable> Tables, IReadOnlyList<ReportChart> Charts, bool ChartsFirst = false, bool Appendix = false);

/// <param name="Note">Under the table: what is left out and why; may be empty.</param>
/// <param name="Numeric">Which columns hold numbers.</param>
/// <param name="Rows">As printed. Without any, <paramref name="Note"/> says why.</param>
sealed record ReportTable(
    string Id, string Caption, string Note, IReadOnlyList<string> Headers, IReadOnlyList<bool> Numeric, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static ReportTable Of(string id, string caption, string note, ChartTable table) => new(id, caption, note, table.Headers, table.Numeric, table.Rows);
}

/// <summary>A chart drawn twice: for the page that carries its words, and standing alone on a slide.</summary>
/// <param name="PageSize">Its size on the page; the scale makes it <see cref="PageWidth"/> pixels wide.</param>
/// <param name="Page">PNG of that size.</param>
/// <param name="Slide">PNG of <see cref="SlideSize"/>.</param>
sealed record ReportChart(string Name, ChartText Text, ChartSize PageSize, byte[] Page, byte[] Slide)
{
    public const int PageWidth = 1600;

    public static ChartSize SlideSize { get; } = new(1920, 1080);
}
