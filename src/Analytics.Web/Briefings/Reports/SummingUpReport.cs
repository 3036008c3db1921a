using Analytics.Domain.Briefings;
using Analytics.Domain.Coverage;
using Analytics.Web.Briefings.Papers;
using Analytics.Web.Forms;

namespace Analytics.Web.Briefings.Reports;

/// <summary>The summing-up report of a round (báo cáo tổng kết): sections I to IV, forms 1 to 3 as appendix. It names nobody.</summary>
sealed class SummingUpReport(PaperParts parts, ReportPhrases phrases, ReportBlocks blocks, FormPaper forms)
{
    public Paper Make(ReportContent content, RoundReport report) => new()
    {
        Language = PaperParts.Language,
        FileTitle = parts.Text("summing.file", ReportPhrases.RoundName(content.Round)),
        Head = ReportHead.Of(parts, content, report),
        Title = new(parts.Text("summing.kind"), [parts.Text("summing.subject", ReportPhrases.RoundName(content.Round))]),
        Blocks =
        [
            new PaperHeading(1, parts.Text("summing.1")),
            new PaperParagraph(phrases.Organised(content)),
            .. blocks.Written(content, TextSection.Direction),
            new PaperHeading(1, parts.Text("summing.2")),
            new PaperHeading(2, parts.Text("summing.2.1")),
            .. Sentences(content.Trends.Sentences.Take(1), content),
            .. phrases.Turnout(content) is { } turnout ? [new PaperParagraph(turnout)] : Array.Empty<PaperBlock>(),
            new PaperHeading(2, parts.Text("summing.2.2")),
            .. Sentences(content.Trends.Sentences.Skip(1), content),
            .. phrases.Bands(content) is { } bands ? [new PaperParagraph(bands)] : Array.Empty<PaperBlock>(),
            new PaperParagraph(phrases.Thresholds(content)),
            .. ReportBlocks.Section(content, "positions"),
            new PaperHeading(2, parts.Text("summing.2.3")),
            .. ReportBlocks.Section(content, "trend"),
            new PaperHeading(2, parts.Text("summing.2.4")),
            .. ReportBlocks.Section(content, "areas").Where(b => b is not PaperPicture { Caption: var caption } || !caption.Contains(parts.Text("summing.heatmap"), StringComparison.Ordinal)),
            .. content.Trends.Assumed is { } assumed ? [new PaperNote(assumed)] : Array.Empty<PaperBlock>(),
            new PaperHeading(1, parts.Text("summing.3")),
            new PaperHeading(2, parts.Text("summing.3.1")),
            .. blocks.Written(content, TextSection.Strengths),
            new PaperHeading(2, parts.Text("summing.3.2")),
            .. blocks.Written(content, TextSection.Limits),
            .. blocks.Written(content, TextSection.Causes),
            .. blocks.Opinions(content),
            new PaperHeading(1, parts.Text("summing.4")),
            .. blocks.Written(content, TextSection.Recommendations),
        ],
        Signature = parts.Signature(),
        Recipients = [.. parts.Office.ReportRecipients, PaperParts.FileCopy],
        Appendix = [new PaperBreak(Landscape: true), new PaperHeading(1, parts.Text("summing.appendix")), .. Forms(content)],
        SampleMark = parts.SampleMark(content.Round.Sample),
        Foot = parts.Foot(),
    };

    IEnumerable<PaperBlock> Sentences(IEnumerable<string> sentences, ReportContent content) => sentences.Select(s => new PaperParagraph(phrases.Complete(s, content)));

    IEnumerable<PaperBlock> Forms(ReportContent content)
    {
        foreach (var form in (FormTable[])[content.Progress, content.Positions, content.Bands])
        {
            if (form.Rows.Count > FormPaper.MostRows)
            {
                yield return new PaperParagraph(parts.Text("summing.form-apart", form.Number));
                continue;
            }
            yield return forms.Within(form);
            foreach (var note in form.Notes) yield return new PaperNote(note);
        }
    }
}

/// <summary>The head of a report at its stage: a draft says which one, number and day stay blank until the registry gives them.</summary>
static class ReportHead
{
    public static PaperHead Of(PaperParts parts, ReportContent content, RoundReport report) => parts.Head(content.View.City, "BC", report.Number, report.SignedOn, null,
        [.. report.Stage < ReportStage.ForSignature ? [parts.Text("summing.draft", report.Draft)] : Array.Empty<string>(), parts.Text("layout.internal")]);
}
