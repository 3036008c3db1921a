using Analytics.Domain.People;
using Analytics.Ingest.Checking.Cells;
using Analytics.Ingest.Checking.References;
using Analytics.Ingest.Checking.Wording;

namespace Analytics.Ingest.Checking.Kinds;

/// <summary>Checks a roster. Key: round, unit version, position, official (none where the post is vacant or does not exist).</summary>
internal static class RosterChecker
{
    public static CheckedFile Check(CheckContext context)
    {
        var (findings, cells) = (context.Findings, context.Cells);
        var references = new RowReferences(context);
        var seen = new KeysSeen<(int Round, int Unit, int Position, string Official)>(findings);
        List<RosterRow> accepted = [];
        foreach (var row in context.Rows())
        {
            var rules = references.Round(otherwise: null);
            var unit = references.Unit(rules, heldOn: null);
            var position = references.Position(rules);
            cells.Require("status");
            var status = cells.Word("status", Words.RosterStatuses);
            var isHeld = status is RosterStatus.Due or RosterStatus.Exempt;
            if (isHeld) cells.Require("official");
            var official = cells.Optional("official");
            var code = cells.Optional("official_code");
            var born = cells.Born("born", context.Ranges.Birth);
            var since = cells.Date("in_post_since", DateRange.Any);
            var reason = cells.Text("reason");
            if (rules is null || unit is null || position is null || status is not { } known) continue;
            var key = isHeld ? OfficialKeys.Of(official, code, born) : "";
            if (!isHeld || official is not null || code is not null)
                seen.Check((rules.Round.Id, unit.Id, position.Id, key), "official", null, _ => Messages.SameOfficial(rules.Round.Code, unit.Code, position.Code));
            if (since is { } day) WarnOfExemption(findings, rules, known, day, reason);
            if (findings.RowIsGood)
                accepted.Add(new(findings.Place, rules.Round.Id, unit.Id, position.Id, official, code, born, since, known, reason));
        }
        return context.ToFile(roster: accepted);
    }

    static void WarnOfExemption(Findings findings, RoundRules rules, RosterStatus status, DateOnly since, string? reason)
    {
        var (round, regime) = (rules.Round, rules.Regime);
        if (RosterExemptions.Against(regime, round, status, since, reason) is not { } exemption) return;
        findings.Warn("in_post_since", findings.Row["in_post_since"], Rule.ExemptionDiffers,
            status == RosterStatus.Due ? Messages.DueButExempt(since, exemption, round, regime) : Messages.ExemptButDue(since, exemption, round, regime));
    }
}
