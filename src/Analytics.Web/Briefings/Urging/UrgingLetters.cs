using Analytics.Domain.Coverage;
using Analytics.Domain.Units;
using Analytics.Web.Briefings.Papers;

namespace Analytics.Web.Briefings.Urging;

/// <summary>The letter that urges a reporting body to send what it owes (công văn đôn đốc): it asks, never demands, and gives no result.</summary>
sealed class UrgingLetters(PaperParts parts)
{
    /// <param name="before">The day the letter asks for.</param>
    public Paper Letter(BodyProgress body, RoundProgress progress, string? city, DateOnly before)
    {
        var (expected, missing) = (progress.Expected.Count, progress.Expected.Count(u => !u.Received));
        var own = body.Units.Count == 1 && body.Units[0].Unit.Id == body.Body.Id;
        var received = parts.Text("letter.received", Plan(progress), PaperParts.Date(progress.Today), parts.Office.ShortName, PaperParts.Count(expected - missing), PaperParts.Count(expected), PaperParts.Count(missing))
            + (own ? parts.Text("letter.own", InSentence(body.Body)) : parts.Text("letter.of-body", PaperParts.Count(body.Missing.Count), Committee.Of(body.Body)));
        return new Paper
        {
            Language = PaperParts.Language,
            FileTitle = parts.Text("letter.file", Committee.Of(body.Body)),
            Head = parts.Head(city, "CV", null, null, parts.Text("letter.subject", RoundName(progress)), parts.Text("layout.internal")),
            Addressees = [Committee.StandingOf(body.Body)],
            Blocks =
            [
                new PaperParagraph(received),
                new PaperParagraph(parts.Text("letter.ask", parts.Office.ShortName, Committee.StandingOf(body.Body), PaperParts.Date(before))),
                new PaperParagraph(parts.Text("letter.end", parts.Office.ShortName)),
            ],
            Signature = parts.Signature(),
            Recipients = [parts.Text("letter.as-above"), .. parts.Office.LetterRecipients, PaperParts.FileCopy],
            Appendix = own ? [] : [new PaperHeading(1, parts.Text("letter.list")), List(body.Missing, progress)],
            SampleMark = parts.SampleMark(progress.Round.Sample),
        };
    }

    string Plan(RoundProgress progress) => progress.Plan is { Document.Length: > 0 } plan
        ? parts.Text(plan.DocumentDate is null ? "letter.plan" : "letter.plan-dated", plan.Document, plan.DocumentDate is { } day ? PaperParts.Date(day) : "", RoundName(progress))
        : parts.Text("letter.no-plan", RoundName(progress));

    static string RoundName(RoundProgress progress) => char.ToLowerInvariant(progress.Round.NameVi[0]) + progress.Round.NameVi[1..];

    static string InSentence(Unit unit) => unit.Kind.Length > 0 ? char.ToLowerInvariant(unit.Name[0]) + unit.Name[1..] : unit.Name;

    PaperTable List(IReadOnlyList<UnitProgress> missing, RoundProgress progress) => new(
        parts.Text("letter.list.caption", PaperParts.Date(progress.Today)),
        [new(8, PaperAlign.Center), new(50, PaperAlign.Left), new(42, PaperAlign.Left)],
        [[new(parts.Text("form.tt")), new(parts.Text("form.unit")), new(parts.Text("letter.list.owes"))]],
        missing.Select((unit, i) => new PaperRow([PaperParts.Count(i + 1), unit.Unit.Name, Owes(unit, progress)])).ToList());

    string Owes(UnitProgress unit, RoundProgress progress) => progress.OverdueOf(unit) is { } late
        ? $"{parts.Text("coverage.next." + late.Step.Code())}, {parts.Text("coverage.overdue-by.other", PaperParts.Count(progress.Today.DayNumber - late.Due.DayNumber))}"
        : parts.Text("coverage.next.minutes");
}
