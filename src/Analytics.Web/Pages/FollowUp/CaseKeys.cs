using Analytics.Domain.FollowUp;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>What the queue asks of a case: no names, few bytes, all cases at once.</summary>
/// <param name="Due">Last day of the stage it is in, its own or the plan's; null: nobody set one, or it is closed.</param>
sealed record CaseKey(
    int Id, int RoundId, int PersonId, int UnitId, int PositionId, CaseReason Reason, int Strength, double? Shrunken, CaseStage Stage, DateOnly? Due, bool Paused, bool Lifted, string Assignee)
{
    public bool IsOpen => Stage != CaseStage.Closed;

    /// <summary>Nothing is due while a case is paused.</summary>
    public bool IsOverdue(DateOnly today) => IsOpen && !Paused && Due < today;
}

/// <summary>All cases of the viewer's units, in the order they are to be looked at: by standing, then overdue, then the shrunken share; closed ones last.</summary>
sealed record CaseKeysQuery : IQuery<CaseKeys>;

sealed record CaseKeys(IReadOnlyList<CaseKey> All) : IRowCount
{
    public int RowCount => All.Count;
}

sealed class CaseKeysHandler(QueryContext context) : RequestHandler<CaseKeysQuery, CaseKeys>
{
    protected override CaseKeys Handle(CaseKeysQuery request)
    {
        var (reference, today) = (context.Reference, context.Today);
        var plans = context.Db.RoundPlans.AsNoTracking().ToDictionary(p => p.RoundId);
        var rules = reference.Rounds.ToDictionary(r => r.Id, r => FollowUpRule.Of(reference.RegimeOf(r)));
        var keys = context.Db.Cases.AsNoTracking()
            .Select(c => new { c.Id, c.RoundId, c.PersonId, c.UnitId, c.PositionId, c.Reason, c.Strength, c.Shrunken, c.Stage, c.DueOn, Paused = c.PausedAt != null, Lifted = c.LiftedAt != null, c.Assignee })
            .AsEnumerable()
            .Select(c => new CaseKey(c.Id, c.RoundId, c.PersonId, c.UnitId, c.PositionId, c.Reason, c.Strength, c.Shrunken, c.Stage,
                c.DueOn ?? rules[c.RoundId].DueOf(plans.GetValueOrDefault(c.RoundId), c.Stage), c.Paused, c.Lifted, c.Assignee));
        return new CaseKeys(keys.OrderBy(k => k.IsOpen ? 0 : 1).ThenByDescending(k => k.Strength).ThenBy(k => k.IsOverdue(today) ? k.Due!.Value : DateOnly.MaxValue)
            .ThenByDescending(k => k.Shrunken ?? -1).ThenBy(k => k.Id).ToList());
    }
}
