using Analytics.Domain.FollowUp;
using Analytics.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>What day it is, and until when each stage of each round is to be done.</summary>
sealed class CaseDays
{
    /// <summary>Due within so many days counts as soon.</summary>
    public const int SoonDays = 7;

    readonly DateOnly today;
    readonly Dictionary<int, DateOnly?[]> planned;

    public CaseDays(QueryContext context)
    {
        var reference = context.Reference;
        var plans = context.Db.RoundPlans.AsNoTracking().ToDictionary(p => p.RoundId);
        today = context.Today;
        planned = reference.Rounds.ToDictionary(r => r.Id, r => Enum.GetValues<CaseStage>().Select(s => FollowUpRule.Of(reference.RegimeOf(r)).DueOf(plans.GetValueOrDefault(r.Id), s)).ToArray());
    }

    public bool Same(CaseDays other) =>
        today == other.today && planned.Count == other.planned.Count && planned.All(p => other.planned.TryGetValue(p.Key, out var days) && days.AsSpan().SequenceEqual(p.Value));

    /// <summary>The case as of today.</summary>
    public CaseKey Of(CaseKey key)
    {
        var due = key.IsOpen ? key.OwnDue ?? planned[key.RoundId][(int)key.Stage] : null;
        var dated = key with
        {
            Due = due,
            States = StatesOf(key, due),
        };
        return dated with { Rank = CaseRank.Of(dated) };
    }

    CaseStates StatesOf(CaseKey key, DateOnly? due)
    {
        if (!key.IsOpen) return CaseStates.None;
        var states = (key.Paused ? CaseStates.Paused : 0) | (key.Lifted ? CaseStates.Lifted : 0) | (key.Assignee.Length == 0 ? CaseStates.Unassigned : 0);
        if (key.Paused || due is not { } day) return states;
        return states | (day < today ? CaseStates.Overdue : day <= today.AddDays(SoonDays) ? CaseStates.Soon : 0);
    }
}
