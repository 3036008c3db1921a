using System.Collections.Concurrent;
using Analytics.Domain.FollowUp;
using Analytics.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>
/// What the queue knows of each case, remembered as it was written last: at a change of one case the others of fifty thousand are not read again, only
/// how often each was written. Areas depend on reference data: with others all of it is read anew.
/// </summary>
sealed class CaseMemory
{
    /// <summary>Ids in one question; where more changed, all are read.</summary>
    const int AtOnce = 1_000;

    sealed record Known(long Edition, ConcurrentDictionary<int, CaseKey> Keys);

    volatile Known known = new(-1, new());

    /// <summary>The cases of the viewer's units, in no order; the array is the caller's own. Days are not worked out yet.</summary>
    public CaseKey[] Of(QueryContext context)
    {
        var held = known;
        if (held.Edition != context.Reference.Edition) known = held = new(context.Reference.Edition, new());
        var (keys, missing) = (new List<CaseKey>(), new List<int>());
        using (var rows = context.Db.Scan(context.Db.Cases.Select(c => new
        {
            c.Id,
            c.Writes,
        })))
        {
            while (rows.Next())
            {
                var id = rows.Number(0);
                if (held.Keys.TryGetValue(id, out var key) && key.Writes == rows.Number(1)) keys.Add(key);
                else missing.Add(id);
            }
        }
        var cases = context.Db.Cases.AsNoTracking();
        if (missing.Count > AtOnce) keys.Clear();
        else cases = cases.Where(c => missing.Contains(c.Id));
        if (missing.Count > 0) keys.AddRange(Read(context, cases).Select(Keep));
        return [.. keys];

        // A request that began earlier may put back what is older: whoever comes next sees that it was written since, and reads it again.
        CaseKey Keep(CaseKey key) => held.Keys[key.Id] = key;
    }

    static IEnumerable<CaseKey> Read(QueryContext context, IQueryable<FollowUpCase> cases)
    {
        var (reference, areas) = (context.Reference, new Dictionary<(int Unit, int Round), string?>());
        var rows = cases.Select(c => new { c.Id, c.Writes, c.RoundId, c.PersonId, c.UnitId, c.PositionId, c.Reason, c.Strength, c.Shrunken, c.Stage, c.DueOn, Paused = c.PausedAt != null, Lifted = c.LiftedAt != null, c.Assignee, c.OpenedAt });
        foreach (var c in rows.AsEnumerable())
        {
            if (!areas.TryGetValue((c.UnitId, c.RoundId), out var area))
                areas[(c.UnitId, c.RoundId)] = area = reference.Units.AreaOf(reference.Units.ById(c.UnitId)!, reference.Round(c.RoundId)!.HeldFrom);
            yield return new(c.Id, c.Writes, c.RoundId, c.PersonId, c.UnitId, c.PositionId, c.Reason, c.Strength, c.Shrunken, c.Stage, c.DueOn, c.Paused, c.Lifted, string.Intern(c.Assignee), c.OpenedAt, area);
        }
    }
}
