using System.Globalization;
using Analytics.Domain.Dates;
using Analytics.Domain.FollowUp;
using Analytics.Domain.Rounds;
using Analytics.Web.Pages.Officials;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>What is said of a case: why it is here, when it is due, what happened. Never a verdict.</summary>
sealed class CaseWords(Texts texts, Formats formats, OfficialWords officials, WorkingCalendar calendar)
{
    public string Stage(CaseStage stage) => texts["follow-up.stage." + stage.Code()];

    public string Outcome(CaseOutcome outcome) => texts["follow-up.outcome." + outcome.Code()];

    /// <summary>Why there is a case, as one or two sentences; under an assumed rule it says so.</summary>
    public string Why(FollowUpCase of, OfficialLine? line, Regime regime)
    {
        var parts = new List<string>();
        if (of.Reason == CaseReason.ByHand) parts.Add(texts["follow-up.why.by-hand", of.ReasonText]);
        else if (of.Reason != CaseReason.Threshold) parts.Add(texts["follow-up.why." + of.Reason.Code(), of.ReasonText]);
        if (line is null) parts.Add(texts["follow-up.why.waiting"]);
        else if (line.Row.Standing.AtThreshold || line.Alarm) parts.Add(officials.Why(line, regime));
        if (of.LiftedAt is { } lifted) parts.Add(texts["follow-up.why.lifted", formats.Instant(lifted)]);
        return string.Join(" ", parts);
    }

    /// <summary>Why somebody is proposed: the figures, what chance has to do with them, never a verdict.</summary>
    public string Proposed(ProposalsModel.Reason row, Regime regime)
    {
        var share = texts[regime.Options == BallotOptions.Two ? "officials.share.no-confidence" : "officials.share.low"];
        share = char.ToUpperInvariant(share[0]) + share[1..];
        return row.Found switch
        {
            { Kind: CaseReason.Drop, Counts: { } counts } => texts["follow-up.proposed.drop", share, formats.Share((double)counts.LowBefore / counts.BaseBefore), formats.Count(counts.LowBefore), formats.Count(counts.BaseBefore),
                row.Before is { } before ? before.Name(officials.English) : "", formats.Share((double)counts.Low / counts.Base), formats.Count(counts.Low), formats.Count(counts.Base), formats.Points(counts.Difference), officials.Probability(row.Found.P)],
            { Kind: CaseReason.LowTwice } => texts["follow-up.proposed.low-twice", row.Before is { } before ? before.Name(officials.English) : "", officials.Why(row.Line, regime)],
            _ => officials.Why(row.Line, regime),
        };
    }

    /// <summary>How many chance alone would give: whole where that is told apart from none.</summary>
    public string Expected(double count) => formats.Number(count, count >= 10 ? 0 : 1);

    /// <summary><c>hạn 30/11/2026, còn 05 ngày làm việc</c>; null where nothing is due.</summary>
    public string? Due(FollowUpCase of, DateOnly? due, DateOnly today)
    {
        if (of.IsClosed) return null;
        if (of.PausedAt is not null) return texts["follow-up.due.paused", of.PauseReason];
        if (due is not { } day) return texts["follow-up.due.none"];
        if (day == today) return texts["follow-up.due.today", formats.ShortDate(day)];
        // At least one: a day that is over is over, also where only days off lie between.
        var days = Math.Max(1, day < today ? calendar.Between(day, today) : calendar.Between(today, day));
        return texts.Counted(day < today ? "follow-up.due.over" : "follow-up.due.left", days, formats.CountInText(days), formats.ShortDate(day));
    }

    /// <summary>One line of the timeline, without who and when.</summary>
    public string Event(CaseEvent of) => of.Kind switch
    {
        CaseEventKind.Opened => texts["follow-up.event.opened", texts["follow-up.reason." + of.New]],
        CaseEventKind.Stage => texts["follow-up.event.stage", texts["follow-up.stage." + of.Old], texts["follow-up.stage." + of.New]],
        CaseEventKind.Added => texts["follow-up.event.added", texts["follow-up.item." + of.New]],
        CaseEventKind.Finished => texts["follow-up.event.finished", texts["follow-up.item." + of.Old]],
        CaseEventKind.Attached => texts["follow-up.event.attached", of.New],
        CaseEventKind.Detached => texts["follow-up.event.detached", of.Old],
        CaseEventKind.Outcome => Changed(of, code => texts["follow-up.outcome." + code]),
        CaseEventKind.Due or CaseEventKind.DocumentDate => Changed(of, Day),
        CaseEventKind.Standing => texts[of.New is Standing.None or Standing.Undetermined or Standing.Exempt ? "follow-up.event.standing.off" : "follow-up.event.standing.at"],
        CaseEventKind.Assignee or CaseEventKind.Document or CaseEventKind.DecidedBy or CaseEventKind.Figures => Changed(of, text => text),
        _ => texts["follow-up.event." + of.Kind.Code()],
    };

    string Changed(CaseEvent of, Func<string, string> print) => texts["follow-up.event.changed",
        texts["follow-up.event." + of.Kind.Code()], of.Old.Length == 0 ? texts["follow-up.event.nothing"] : print(of.Old), of.New.Length == 0 ? texts["follow-up.event.nothing"] : print(of.New)];

    string Day(string written) => formats.ShortDate(DateOnly.ParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    public string By(CaseEvent of) => of.By == CaseEvent.System ? texts["follow-up.by-system"] : of.By;
}
