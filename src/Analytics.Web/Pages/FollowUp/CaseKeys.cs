using Analytics.Domain.FollowUp;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>What the queue asks of a case: no names, few bytes, all cases at once.</summary>
/// <param name="Writes">See <see cref="FollowUpCase.Writes"/>.</param>
/// <param name="OwnDue">Last day of the stage as set for this case alone.</param>
/// <param name="Assignee">User name; empty: nobody.</param>
/// <param name="Area">Code of the (former) district at the time of the round; null above commune level.</param>
sealed record CaseKey(
    int Id, int Writes, int RoundId, int PersonId, int UnitId, int PositionId, CaseReason Reason, int Strength, double? Shrunken, CaseStage Stage, DateOnly? OwnDue, bool Paused, bool Lifted, string Assignee, DateTime OpenedAt, string? Area)
{
    /// <summary>Last day of the stage it is in, its own or the plan's; null: nobody set one, or it is closed.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The day is over. Nothing is due while a case is paused.</summary>
    public bool Overdue { get; init; }

    public bool IsOpen => Stage != CaseStage.Closed;
}

/// <summary>All cases of the viewer's units, in the order they are to be looked at: by standing, then overdue, then the shrunken share; closed ones last.</summary>
sealed record CaseKeysQuery : IQuery<CaseKeys>;

sealed record CaseKeys(IReadOnlyList<CaseKey> All) : IRowCount
{
    public int RowCount => All.Count;
}

sealed class CaseKeysHandler(QueryContext context, CaseMemory memory) : RequestHandler<CaseKeysQuery, CaseKeys>
{
    protected override CaseKeys Handle(CaseKeysQuery request)
    {
        var (reference, today) = (context.Reference, context.Today);
        var plans = context.Db.RoundPlans.AsNoTracking().ToDictionary(p => p.RoundId);
        var planned = new Dictionary<(int Round, CaseStage Stage), DateOnly?>();
        DateOnly? Planned(int round, CaseStage stage)
        {
            if (planned.TryGetValue((round, stage), out var day)) return day;
            return planned[(round, stage)] = FollowUpRule.Of(reference.RegimeOf(reference.Round(round)!)).DueOf(plans.GetValueOrDefault(round), stage);
        }
        var keys = memory.Of(context);
        foreach (ref var key in keys.AsSpan())
        {
            var due = key.IsOpen ? key.OwnDue ?? Planned(key.RoundId, key.Stage) : null;
            if (due is not null) key = key with { Due = due, Overdue = !key.Paused && due < today };
        }
        Array.Sort(keys, Before);
        return new CaseKeys(keys);
    }

    static int Before(CaseKey a, CaseKey b)
    {
        if (a.IsOpen != b.IsOpen) return a.IsOpen ? -1 : 1;
        if (a.Strength != b.Strength) return b.Strength.CompareTo(a.Strength);
        if (a.Overdue != b.Overdue) return a.Overdue ? -1 : 1;
        if (a.Overdue && a.Due != b.Due) return a.Due!.Value.CompareTo(b.Due!.Value);
        var share = (b.Shrunken ?? -1).CompareTo(a.Shrunken ?? -1);
        return share != 0 ? share : a.Id.CompareTo(b.Id);
    }
}
