using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Trends;

/// <summary>One person's vote with the base the rule asks for, without a name.</summary>
readonly record struct PersonVote(int Result, int Person, int Unit, int Position, Round Round, int Low, int Base);

/// <summary>Votes of a round as a yardstick: everybody's, whatever the viewer's scope.</summary>
static class PersonVotes
{
    public static IEnumerable<PersonVote> Of(AnalyticsDb db, ReferenceData reference, Round round)
    {
        var delegates = reference.RegimeOf(round).Base == BallotBase.Delegates;
        using var rows = db.Scan(db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(r => r.RoundId == round.Id && r.Exempt == null)
            .Select(r => new { r.Id, r.PersonId, r.UnitId, r.PositionId, r.Low, Base = delegates ? r.Delegates : r.Collected }));
        while (rows.Next())
            if (rows.NumberOrNull(4) is { } low && rows.NumberOrNull(5) is > 0 and var ballots) yield return new(rows.Number(0), rows.Number(1), rows.Number(2), rows.Number(3), round, low, ballots);
    }
}
