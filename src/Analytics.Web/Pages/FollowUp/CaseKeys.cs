using System.Collections.Concurrent;
using Analytics.Domain.FollowUp;
using Analytics.Domain.Storage;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>What the queue asks of a case: no names, few bytes, all cases at once.</summary>
/// <param name="Due">Last day of the stage it is in, its own or the plan's; null: nobody set one, or it is closed.</param>
/// <param name="Area">Code of the (former) district at the time of the round; null above commune level.</param>
/// <param name="Overdue">The day is over. Nothing is due while a case is paused.</param>
sealed record CaseKey(
    int Id, int RoundId, int PersonId, int UnitId, int PositionId, CaseReason Reason, int Strength, double? Shrunken, CaseStage Stage, DateOnly? Due, bool Overdue, bool Paused, bool Lifted, bool Unassigned, string? Area)
{
    public bool IsOpen => Stage != CaseStage.Closed;
}

/// <summary>All cases of the viewer's units, in the order they are to be looked at: by standing, then overdue, then the shrunken share; closed ones last.</summary>
sealed record CaseKeysQuery : IQuery<CaseKeys>;

sealed record CaseKeys(IReadOnlyList<CaseKey> All) : IRowCount
{
    public int RowCount => All.Count;
}

sealed class CaseKeysHandler(QueryContext context, AreaMemory areas) : RequestHandler<CaseKeysQuery, CaseKeys>
{
    protected override CaseKeys Handle(CaseKeysQuery request)
    {
        var (db, reference, today) = (context.Db, context.Reference, context.Today);
        var plans = db.RoundPlans.AsNoTracking().ToDictionary(p => p.RoundId);
        var planned = new Dictionary<(int Round, CaseStage Stage), DateOnly?>();
        DateOnly? Planned(int round, CaseStage stage)
        {
            if (planned.TryGetValue((round, stage), out var day)) return day;
            return planned[(round, stage)] = FollowUpRule.Of(reference.RegimeOf(reference.Round(round)!)).DueOf(plans.GetValueOrDefault(round), stage);
        }
        // Few cases have a day of their own.
        var own = db.Cases.Where(c => c.DueOn != null && c.Stage != CaseStage.Closed).Select(c => new { c.Id, c.DueOn }).ToDictionary(c => c.Id, c => c.DueOn);
        var keys = new List<CaseKey>();
        using var rows = db.Scan(db.Cases.Select(c => new
        {
            c.Id,
            c.RoundId,
            c.PersonId,
            c.UnitId,
            c.PositionId,
            Reason = (int)c.Reason,
            c.Strength,
            c.Shrunken,
            Stage = (int)c.Stage,
            Paused = c.PausedAt == null ? 0 : 1,
            Lifted = c.LiftedAt == null ? 0 : 1,
            Unassigned = c.Assignee == "" ? 1 : 0,
        }));
        while (rows.Next())
        {
            var (id, round, stage, paused) = (rows.Number(0), rows.Number(1), (CaseStage)rows.Number(8), rows.Number(9) != 0);
            var unit = rows.Number(3);
            var due = own.TryGetValue(id, out var day) ? day : Planned(round, stage);
            keys.Add(new(id, round, rows.Number(2), unit, rows.Number(4), (CaseReason)rows.Number(5), rows.Number(6), rows.FractionOrNull(7), stage, due,
                stage != CaseStage.Closed && !paused && due < today, paused, rows.Number(10) != 0, rows.Number(11) != 0, areas.Of(reference, unit, round)));
        }
        keys.Sort(Before);
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

/// <summary>In which area a unit was in a round, remembered while the reference data are the same: ten thousand units are asked for again at each change of a case.</summary>
sealed class AreaMemory
{
    sealed record Known(long Edition, ConcurrentDictionary<(int Unit, int Round), string?> Areas);

    volatile Known known = new(-1, new());

    public string? Of(ReferenceData reference, int unit, int round)
    {
        var held = known;
        if (held.Edition != reference.Edition) known = held = new(reference.Edition, new());
        return held.Areas.GetOrAdd((unit, round), at => reference.Units.AreaOf(reference.Units.ById(at.Unit)!, reference.Round(at.Round)!.HeldFrom));
    }
}
