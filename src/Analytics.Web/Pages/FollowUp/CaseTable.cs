using Analytics.Domain.FollowUp;
using Analytics.Web.Shared.Tables;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>Cases as data: codes, counts and days.</summary>
static class CaseTable
{
    public static ExportTable Of(IEnumerable<FollowUpModel.Row> rows, DateOnly today) => ExportTable.Of("follow-up", rows,
        ("id", r => r.Case.Id), ("round", r => r.Round.Code), ("official", r => r.Name), ("official_code", r => r.Line?.Row.OfficialCode), ("unit", r => r.Unit.Code), ("unit_name", r => r.Unit.Name),
        ("district", r => r.Line?.Row.Area), ("position", r => r.Post.Code), ("reason", r => r.Case.Reason.Code()), ("standing", r => r.Case.StandingCode), ("count", r => r.Case.Count), ("base", r => r.Case.Base),
        ("low_share", r => r.Case.LowShare), ("shrunken_low", r => r.Case.Shrunken), ("stage", r => r.Case.Stage.Code()), ("due", r => r.Due), ("overdue_days", r => r.Overdue ? today.DayNumber - r.Due!.Value.DayNumber : null),
        ("paused", r => r.Case.PausedAt is not null), ("lifted", r => r.Case.LiftedAt is not null), ("assignee", r => r.Case.Assignee), ("outcome", r => r.Case.Outcome?.Code()), ("document", r => r.Case.Document),
        ("document_date", r => r.Case.DocumentDate), ("decided_by", r => r.Case.DecidedBy), ("opened_at", r => r.Case.OpenedAt), ("closed_at", r => r.Case.ClosedAt));
}
