using Analytics.Domain.People;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.FollowUp;

/// <summary>Why somebody with a case has no result in the next round, from its roster and from what their unit, or what became of it, has sent.</summary>
static class MissingVotes
{
    sealed record Someone(int ResultId, string Key, string Name, string? Code, string? Born);

    /// <returns>By case id.</returns>
    public static Dictionary<int, (NextVoteState State, string Reason)> Of(AnalyticsDb db, ReferenceData reference, Round next, IReadOnlyList<NextVotes.CaseAt> missing)
    {
        if (missing.Count == 0) return [];
        var units = missing.Select(c => c.UnitId).Distinct().ToDictionary(id => id, id => reference.Units.On(reference.Units.ById(id)!, next.HeldFrom).Select(u => u.Id).ToList());
        var chunks = units.Values.SelectMany(u => u).Distinct().Chunk(NextVotes.AtOnce).ToList();
        var listed = chunks.SelectMany(some => db.Roster.AsNoTracking().Where(r => r.RoundId == next.Id && some.Contains(r.UnitId)).OrderBy(r => r.Id).ToList()).ToLookup(r => r.UnitId);
        var reported = chunks.SelectMany(some => db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(r => r.RoundId == next.Id && some.Contains(r.UnitId)).Select(r => r.UnitId).Distinct().ToList()).ToHashSet();
        var people = People(db, missing);
        return missing.ToDictionary(c => c.Id, c => Why(c, units[c.UnitId].SelectMany(u => listed[u]).ToList(), units[c.UnitId].Exists(reported.Contains), people.GetValueOrDefault(c.ResultId)));
    }

    static (NextVoteState, string) Why(NextVotes.CaseAt at, List<RosterEntry> roster, bool reported, Someone? who)
    {
        var own = who is null ? null : roster.Where(r => r.OfficialKey == who.Key || (r.Official is not null && r.Means(who.Name, who.Code, who.Born))).MaxBy(r => r.PositionId == at.PositionId);
        if (own is { Status: RosterStatus.Exempt }) return (NextVoteState.NotDue, own.Reason);
        if (own is not null) return (reported ? NextVoteState.NoResult : NextVoteState.NotReported, "");
        // A roster that knows the post and not the person says as much as results do.
        return (reported || roster.Exists(r => r.PositionId == at.PositionId) ? NextVoteState.Left : NextVoteState.NotReported, "");
    }

    static Dictionary<int, Someone> People(AnalyticsDb db, IReadOnlyList<NextVotes.CaseAt> missing) => missing.Select(c => c.ResultId).Chunk(NextVotes.AtOnce)
        .SelectMany(some => db.Results.Where(r => some.Contains(r.Id)).Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new Someone(r.Id, r.OfficialKey, r.OfficialName, p.OfficialCode, p.Born)).ToList())
        .ToDictionary(p => p.ResultId);
}
