using Analytics.Domain.Briefings;
using Analytics.Domain.Coverage;
using Analytics.Domain.Trends;
using Analytics.Web.Briefings.Papers;
using Analytics.Web.Shared.Formatting;

namespace Analytics.Web.Briefings.Reports;

/// <summary>The round on one page: three findings, one table, what is proposed.</summary>
sealed class OnePageSummary(PaperParts parts, ReportPhrases phrases, Formats formats)
{
    const int MostProposals = 3;

    /// <summary>Lines as low as the guidance lets them be (18 to 22 pt), so that it stays on its page.</summary>
    const double LowestLinePt = 18;

    public static PaperForm Tight(PaperForm form) => form with { Text = form.Text with { LinePt = Math.Min(form.Text.LinePt, LowestLinePt) } };

    public Paper Make(ReportContent content, RoundReport report) => new()
    {
        Language = PaperParts.Language,
        FileTitle = parts.Text("onepage.file", ReportPhrases.RoundName(content.Round)),
        Head = ReportHead.Of(parts, content, report),
        Title = new(parts.Text("onepage.kind"), [parts.Text("onepage.subject", ReportPhrases.RoundName(content.Round))]),
        Blocks =
        [
            new PaperList([.. Findings(content).Take(3)]),
            Table(content),
            new PaperHeading(2, parts.Text("onepage.proposals")),
            Proposals(content),
        ],
        Signature = parts.Signature(),
        Recipients = [.. parts.Office.ReportRecipients, PaperParts.FileCopy],
        SampleMark = parts.SampleMark(content.Round.Sample),
        Foot = parts.Foot(),
    };

    /// <summary>How complete; the shares and their change; who is at a line of the rule.</summary>
    IEnumerable<string> Findings(ReportContent content)
    {
        foreach (var sentence in content.Trends.Sentences.Take(2)) yield return phrases.Complete(sentence, content);
        yield return phrases.Thresholds(content);
        if (phrases.Bands(content) is { } bands) yield return bands;
    }

    PaperBlock Proposals(ReportContent content)
    {
        var written = content.Text.Paragraphs(TextSection.Recommendations);
        return written.Count > 0 ? new PaperList(written.Take(MostProposals).ToList())
            : new PaperParagraph(parts.Text("summing.to-write", parts.Text("text.section.recommendations")));
    }

    PaperTable Table(ReportContent content)
    {
        var posts = content.Posts.Groups.Where(g => g.Hidden || g.Snapshot.Officials > 0).ToList();
        var low = parts.Text(content.View.TwoOptions ? "level.no-confidence" : "level.low");
        var rows = posts.Select(g => new PaperRow(
        [
            content.PostNames.GetValueOrDefault(g.Snapshot.Key, g.Snapshot.Key), Officials(g.Row), Percent(g.Row.FavourableShare), Percent(g.Snapshot.LowShare),
            Change(g.Row),
        ])).ToList();
        if (content.Posts.Whole is { } whole)
            rows.Add(new([parts.Text("form.total"), Officials(whole), Percent(whole.FavourableShare), Percent(whole.Snapshot.LowShare), Change(whole)], PaperRowKind.Total));
        return new($"{parts.Text("onepage.table")} {phrases.Coverage(content)}".TrimEnd(),
            [new(34, PaperAlign.Left), new(12, PaperAlign.Right), new(16, PaperAlign.Right), new(16, PaperAlign.Right), new(22, PaperAlign.Left)],
            [[new(parts.Text("form.position")), new(parts.Text("form.number-of-people")), new(parts.Text("onepage.favourable")), new(Capital(low) + " (%)"), new(parts.Text("onepage.change"))]], rows);
    }

    string Officials(TrendRow row) => row.Withheld ? parts.Text("outward.cell") : formats.Count(row.Snapshot.Officials);

    string Change(TrendRow row) => row.Snapshot.Change is not { } change ? Formats.Dash : ChanceTests.TooFew(row.Snapshot) ? parts.Text("change.too-few") : formats.Change(change);

    string Percent(double? share) => share is { } known ? formats.Percent(known) : Formats.Dash;

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
