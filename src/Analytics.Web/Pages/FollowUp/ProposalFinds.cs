using Analytics.Domain.FollowUp;
using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Trends;
using Analytics.Web.Pages.Officials;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>Somebody whose result may be looked into; a reviewer says whether it is.</summary>
/// <param name="P">How likely chance alone gives as much; null for what is no question of chance.</param>
/// <param name="Before">The person's counts in the vote before, for a rise; its round.</param>
sealed record Finding(int ResultId, int PersonId, int UnitId, CaseReason Kind, double? P, PairedCounts? Counts, string? Before);

/// <summary>What the results of a round propose: funnel alarms, rises of the same person beyond chance, people at a line twice running. Without names.</summary>
sealed record ProposalFindsQuery(string Round) : IQuery<ProposalFinds>, IPublishedData;

/// <param name="All">Strongest kind first: at a line twice, then alarms, then rises; within them the least likely first.</param>
/// <param name="Compared">Officials compared with their post; <paramref name="Pairs"/> those compared with their own vote before.</param>
/// <param name="ByChance">How many alarms and rises chance alone would give.</param>
/// <param name="Lapsed">Found, but voted on again since: no longer proposed.</param>
sealed record ProposalFinds(IReadOnlyList<Finding> All, int Compared, int Pairs, double ByChance, int Lapsed) : IRowCount
{
    public int RowCount => All.Count;
}

sealed class ProposalFindsHandler(QueryContext context) : RequestHandler<ProposalFindsQuery, ProposalFinds>
{
    protected override ProposalFinds Handle(ProposalFindsQuery request)
    {
        var (db, reference) = (context.Db, context.Reference);
        var round = reference.Round(request.Round) ?? throw new InvalidOperationException($"There is no round {request.Round}.");
        var source = new ResultKeys(context, round);
        var keys = source.Read();
        var marked = source.AtThreshold();
        var twice = LowTwice.Of(db, reference, round, keys.Where(k => marked.Contains(k.Id)).Select(k => k.PersonId).ToHashSet());
        var found = keys.Where(k => marked.Contains(k.Id)).DistinctBy(k => k.PersonId).Where(k => twice.ContainsKey(k.PersonId))
            .Select(k => new Finding(k.Id, k.PersonId, k.UnitId, CaseReason.LowTwice, null, null, twice[k.PersonId].Code)).ToList();
        // Who is at a line has a case as soon as the result is compared with the minutes, and need not be proposed.
        found.AddRange(Alarms(round, source, keys).Where(f => !marked.Contains(f.ResultId)));
        var (rises, pairs) = Rises(round);
        found.AddRange(rises.Where(f => !marked.Contains(f.ResultId) && context.Viewer.Scope.Holds(f.UnitId)));
        var later = reference.Rounds.Where(r => round.IsBefore(r) && reference.AreComparable(r, round)).Select(r => r.Id).ToList();
        var persons = found.ConvertAll(f => f.PersonId);
        var again = later.Count == 0 ? [] : db.Results.Where(r => later.Contains(r.RoundId) && persons.Contains(r.PersonId) && r.Exempt == null).Select(r => r.PersonId).ToHashSet();
        var compared = keys.Count(k => k.Base is not null);
        return new(found.Where(f => !again.Contains(f.PersonId)).ToList(), compared, pairs, compared * ComparisonSet.AlarmP + pairs * ChangeSet.RiseP, found.Count(f => again.Contains(f.PersonId)));
    }

    List<Finding> Alarms(Round round, ResultKeys source, IReadOnlyList<ResultKey> keys)
    {
        var judge = new OfficialJudge(context.Reference, round, context.Db.RoundParameters.AsNoTracking().Where(p => p.RoundId == round.Id).ToList());
        var alarms = source.Unusual(keys).Where(u => u.Value == FunnelState.Alarm).Select(u => u.Key).ToHashSet();
        return keys.Where(k => alarms.Contains(k.Id))
            .Select(k => new Finding(k.Id, k.PersonId, k.UnitId, CaseReason.Alarm, judge.SetOf(context.Reference.Position(k.PositionId)!)!.FunnelP(k.Low!.Value, k.Base!.Value), null, null))
            .OrderBy(f => f.P).ThenBy(f => f.ResultId).ToList();
    }

    (List<Finding> Found, int Pairs) Rises(Round round)
    {
        var changes = PersonChanges.Of(context.Db, context.Reference, round);
        if (ChangeSet.Of(changes.Select(c => c.Counts).ToList()) is not { } set) return ([], 0);
        return (changes.Where(c => c.Counts.Difference > 0).Select(c => new Finding(c.ResultId, c.PersonId, c.UnitId, CaseReason.Drop, set.P(c.Counts), c.Counts, c.Before.Code))
            .Where(f => f.P <= ChangeSet.RiseP).OrderBy(f => f.P).ThenBy(f => f.ResultId).ToList(), set.Persons);
    }
}
