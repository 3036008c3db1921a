using Analytics.Domain.People;
using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Trends;
using Analytics.Domain.Units;
using Analytics.Web.Queries;

namespace Analytics.Web.Pages.Units;

/// <summary>One result of a post in a round, without a name. Shares are 0–1; null where the rule's base is missing.</summary>
/// <param name="Holder">The how manieth person in the post this is, from 1: the same number is the same person.</param>
/// <param name="NewHolder">The person did not hold the post in the unit's previous round.</param>
sealed record Vote(int ResultId, Round Round, Position Position, bool Exempt, int? Base, int Low, int Favourable, int Holder, bool NewHolder)
{
    public double? LowShare => Base is { } n ? (double)Low / n : null;
    public Interval? Interval => Base is { } n ? Wilson.Of(Low, n) : null;
}

/// <summary>Why a post has no result in a round: vacant, no-council, missing.</summary>
sealed record Absence(Round Round, Position Position, string Why);

/// <summary>All votes with a base of the unit's latest round.</summary>
/// <param name="City">The city's figures in the round, the yardstick.</param>
sealed record LatestVote(Round Round, int Officials, long Low, long Base, TrendRow? City);

/// <param name="Reachable">Whether the viewer may open that version.</param>
sealed record UnitVersion(Unit Unit, bool Reachable);

/// <summary>What the page of a unit shows.</summary>
/// <param name="FormerAreas">Names of the areas its predecessors lay in.</param>
/// <param name="Versions">Every version of the code, the latest first.</param>
sealed record UnitView(
    Unit Unit, string? CityName, string? AreaCode, string? AreaName, Unit? Parent, IReadOnlyList<string> FormerAreas,
    IReadOnlyList<LineageStep> Before, IReadOnlyList<LineageStep> After, IReadOnlyList<UnitVersion> Versions,
    IReadOnlyList<Vote> Votes, IReadOnlyList<Absence> Absences, LatestVote? Latest) : IRowCount
{
    public int RowCount => Votes.Count + Absences.Count;
}

/// <summary>The version of a code valid at a date, else the latest. Null: none, or outside the viewer's scope.</summary>
sealed record UnitQuery(string Code, DateOnly? At) : IQuery<UnitView?>;

sealed class UnitHandler(QueryContext context) : MediatR.RequestHandler<UnitQuery, UnitView?>
{
    protected override UnitView? Handle(UnitQuery request)
    {
        var book = context.Reference.Units;
        var versions = book.Versions(request.Code);
        var unit = request.At is { } at ? book.At(request.Code, at) : versions.Count > 0 ? versions[^1] : null;
        if (unit is null || !context.Viewer.Scope.Reaches(unit.Id)) return null;
        var date = unit.Clamp(request.At ?? context.Today);
        var area = book.AreaOf(unit, date);
        string NameOf(string code) => book.Nearest(code, date)?.Name ?? code;
        var votes = Votes(unit, date);
        return new(unit, book.CityOf(unit, date) is { } city ? NameOf(city) : null, area, area is null ? null : NameOf(area), unit.ParentCode is { } parent ? book.At(parent, date) : null,
            book.FormerAreas(unit, date).Select(NameOf).ToList(), book.Before(unit), book.After(unit),
            versions.Reverse().Select(v => new UnitVersion(v, context.Viewer.Scope.Reaches(v.Id))).ToList(),
            votes, Absences(unit, date, votes), Latest(unit, votes));
    }

    /// <summary>A merge or split that names the code makes another unit of it: its votes stand at its own date.</summary>
    bool IsSameUnit(Unit unit, DateOnly date, Round round) => context.Reference.Units.ClusterOf(unit, round.HeldFrom) == context.Reference.Units.ClusterOf(unit, date);

    List<Vote> Votes(Unit unit, DateOnly date)
    {
        var reference = context.Reference;
        var results = context.Db.Results.Where(r => r.UnitId == unit.Id).OrderBy(r => r.Sequence)
            .Select(r => new { r.Id, r.RoundId, r.PositionId, r.PersonId, Exempt = r.Exempt != null, r.Delegates, r.Collected, r.High, r.Middle, r.Low })
            .AsEnumerable().Where(r => IsSameUnit(unit, date, reference.Round(r.RoundId)!)).ToList();
        var earlier = new Dictionary<int, HashSet<int>>();
        var holders = new Dictionary<int, List<int>>();
        var votes = new List<Vote>(results.Count);
        foreach (var round in results.GroupBy(r => r.RoundId).Select(g => (Round: reference.Round(g.Key)!, Results: g)).OrderBy(g => g.Round.HeldFrom).ThenBy(g => g.Round.Code, StringComparer.Ordinal))
        {
            foreach (var r in round.Results)
            {
                var counts = new Counts(r.Delegates, null, null, null, r.Collected, null, null, r.High, r.Middle, r.Low);
                votes.Add(new(r.Id, round.Round, reference.Position(r.PositionId)!, r.Exempt, r.Exempt ? null : counts.Base(reference.RegimeOf(round.Round).Base),
                    r.Low ?? 0, counts.Favourable ?? 0, NumberOf(holders, r.PositionId, r.PersonId), earlier.TryGetValue(r.PositionId, out var before) && !before.Contains(r.PersonId)));
            }
            foreach (var post in round.Results.GroupBy(r => r.PositionId)) earlier[post.Key] = post.Select(r => r.PersonId).ToHashSet();
        }
        return votes;
    }

    static int NumberOf(Dictionary<int, List<int>> holders, int position, int person)
    {
        if (!holders.TryGetValue(position, out var known)) holders[position] = known = [];
        if (!known.Contains(person)) known.Add(person);
        return known.IndexOf(person) + 1;
    }

    List<Absence> Absences(Unit unit, DateOnly date, List<Vote> votes)
    {
        var reference = context.Reference;
        var voted = votes.Select(v => (v.Round.Id, v.Position.Id)).ToHashSet();
        return context.Db.Roster.Where(r => r.UnitId == unit.Id).Select(r => new { r.RoundId, r.PositionId, r.Status }).Distinct().AsEnumerable()
            .Where(r => r.Status is RosterStatus.Vacant or RosterStatus.NoCouncil || !voted.Contains((r.RoundId, r.PositionId)))
            .Where(r => IsSameUnit(unit, date, reference.Round(r.RoundId)!))
            .Select(r => new Absence(reference.Round(r.RoundId)!, reference.Position(r.PositionId)!, r.Status switch
            {
                RosterStatus.Vacant => "vacant",
                RosterStatus.NoCouncil => "no-council",
                RosterStatus.Exempt => "exempt",
                _ => "missing",
            })).ToList();
    }

    LatestVote? Latest(Unit unit, List<Vote> votes)
    {
        var counted = votes.Where(v => v.Base is not null).ToList();
        if (counted.Count == 0) return null;
        var round = counted[^1].Round;
        var city = context.Reference.Units.CityOf(unit, round.HeldFrom);
        var last = counted.Where(v => v.Round.Id == round.Id).ToList();
        return new(round, last.Count, last.Sum(v => (long)v.Low), last.Sum(v => (long)v.Base!.Value),
            unit.Code == city ? null : TrendQuery.Stored(context.Db, context.Reference, TrendBy.City, round.Id).FirstOrDefault(r => r.Snapshot.Key == city));
    }
}
