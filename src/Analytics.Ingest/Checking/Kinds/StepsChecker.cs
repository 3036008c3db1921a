using Analytics.Domain.Coverage;
using Analytics.Ingest.Checking.Cells;
using Analytics.Ingest.Checking.References;
using Analytics.Ingest.Checking.Wording;

namespace Analytics.Ingest.Checking.Kinds;

/// <summary>Checks how far units have come in a round. Key: round, unit version. An empty day says nothing about its step.</summary>
internal static class StepsChecker
{
    static readonly (string Column, CoverageStep Step)[] Columns =
    [
        ("planned_on", CoverageStep.Planned), ("self_review_on", CoverageStep.SelfReview),
        ("conference_on", CoverageStep.Conference), ("minutes_on", CoverageStep.Minutes),
    ];

    public static CheckedFile Check(CheckContext context)
    {
        var (findings, cells) = (context.Findings, context.Cells);
        var references = new RowReferences(context);
        var seen = new KeysSeen<(int Round, int Unit)>(findings);
        List<StepRow> accepted = [];
        if (references.LackRound()) return context.ToFile();
        foreach (var _ in context.Rows())
        {
            var rules = references.Round(context.Options.RoundCode);
            var unit = references.Unit(rules, heldOn: null);
            List<(CoverageStep, DateOnly)> days = [];
            foreach (var (column, step) in Columns)
                // What was planned may lie ahead; what was done may not.
                if (cells.Date(column, step == CoverageStep.Planned ? context.Ranges.Round : context.Ranges.Vote) is { } day) days.Add((step, day));
            var note = cells.Text("note", RowCells.NoteLimit);
            if (rules is null || unit is null) continue;
            seen.Check((rules.Round.Id, unit.Id), "unit", null, _ => Messages.SameUnitSteps(rules.Round.Code, unit.Code));
            if (findings.RowIsGood) accepted.Add(new(findings.Place, rules.Round.Id, unit.Id, days, note));
        }
        return context.ToFile(steps: accepted);
    }
}
