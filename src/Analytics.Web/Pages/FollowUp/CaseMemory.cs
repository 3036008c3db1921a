using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Analytics.Domain.FollowUp;
using Analytics.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>
/// The queue of each scope as it was seen last: when one case changes, the other fifty thousand are neither read nor put in order again. Anything but a
/// change of cases – a plan, a new day, reference data – has all of it made anew.
/// </summary>
sealed class CaseMemory(AreaMemory areas)
{
    /// <summary>Where more cases changed, all are read.</summary>
    const int MostChanges = 2_000;

    /// <param name="WorkVersion">Cases written in later ones are not those of <paramref name="InOrder"/>.</param>
    sealed record Known(long Edition, long WorkVersion, CaseDays Days, ImmutableArray<CaseKey> InOrder);

    readonly ConcurrentDictionary<string, Known> byScope = new(StringComparer.Ordinal);

    /// <summary>All cases of the viewer's units in the order of the queue.</summary>
    public ImmutableArray<CaseKey> Of(QueryContext context)
    {
        var (scope, days, version) = (context.Viewer.Scope.CacheKey, new CaseDays(context), context.State.WorkVersion);
        var known = byScope.GetValueOrDefault(scope);
        var holds = known is not null && known.Edition == context.Reference.Edition && known.WorkVersion <= version && known.Days.Same(days);
        var inOrder = holds ? Followed(known!, context, days) : All(context, days);
        // A request that began earlier does not put its older state in the place of a newer one.
        byScope.AddOrUpdate(scope, _ => Now(), (_, other) => other.WorkVersion > version ? other : Now());
        return inOrder;

        Known Now() => new(context.Reference.Edition, version, days, inOrder);
    }

    ImmutableArray<CaseKey> Followed(Known known, QueryContext context, CaseDays days)
    {
        var changed = Read(context, context.Db.Cases.Where(c => c.WrittenIn > known.WorkVersion).Take(MostChanges + 1)).Select(days.Of).ToList();
        if (changed.Count == 0) return known.InOrder;
        return changed.Count > MostChanges ? All(context, days) : Merged(known.InOrder, changed);
    }

    ImmutableArray<CaseKey> All(QueryContext context, CaseDays days)
    {
        var all = Read(context, context.Db.Cases).Select(days.Of).ToArray();
        Array.Sort(all, CaseRank.Compare);
        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }

    /// <summary>Both in order, with what changed in its new place.</summary>
    static ImmutableArray<CaseKey> Merged(ImmutableArray<CaseKey> before, List<CaseKey> changed)
    {
        var (again, merged, next) = (changed.Select(k => k.Id).ToHashSet(), ImmutableArray.CreateBuilder<CaseKey>(before.Length + changed.Count), 0);
        changed.Sort(CaseRank.Compare);
        foreach (var key in before)
        {
            while (next < changed.Count && CaseRank.Compare(changed[next], key) < 0) merged.Add(changed[next++]);
            if (!again.Contains(key.Id)) merged.Add(key);
        }
        merged.AddRange(changed[next..]);
        return merged.ToImmutable();
    }

    IEnumerable<CaseKey> Read(QueryContext context, IQueryable<FollowUpCase> cases)
    {
        var reference = context.Reference;
        var rows = cases.Select(c => new { c.Id, c.RoundId, c.PersonId, c.UnitId, c.PositionId, c.Reason, c.Strength, c.Shrunken, c.Stage, c.DueOn, Paused = c.PausedAt != null, Lifted = c.LiftedAt != null, c.Assignee, c.OpenedAt });
        foreach (var c in rows.AsEnumerable())
            yield return new(c.Id, c.RoundId, c.PersonId, c.UnitId, c.PositionId, c.Reason, c.Strength, c.Shrunken, c.Stage, c.DueOn, c.Paused, c.Lifted, string.Intern(c.Assignee), c.OpenedAt, areas.Of(reference, c.UnitId, c.RoundId));
    }
}
