using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Officials;

/// <summary>One result of a round, as far as filters and orders look at it: no name, no judgement.</summary>
/// <param name="Base">The base the rule asks for; null where it is missing or the official exempt.</param>
readonly record struct ResultKey(int Id, int Sequence, int UnitId, int PositionId, int PersonId, bool Exempt, int? Base, int? Low, int? Ballots)
{
    public bool Undetermined => !Exempt && Base is null;

    /// <summary>0–1, also where it is only approximate; null where there is nothing to take it of.</summary>
    public double? LowShare => Low is { } low && Ballots is > 0 and var ballots ? (double)low / ballots : null;
}

/// <summary>The results of a round within the viewer's scope, in the order of the city's units.</summary>
sealed class ResultKeys(QueryContext context, Round round)
{
    readonly ReferenceData reference = context.Reference;
    readonly Regime regime = context.Reference.RegimeOf(round);
    readonly Dictionary<int, string?> areas = [];

    public IReadOnlyList<ResultKey> Read()
    {
        // Thousands of rows of which few are shown.
        using var rows = context.Db.Scan(context.Db.Results.Where(r => r.RoundId == round.Id)
            .Select(r => new { r.Id, r.Sequence, r.UnitId, r.PositionId, r.PersonId, Exempt = r.Exempt == null ? 0 : 1, r.Delegates, r.Collected, r.Valid, r.High, r.Middle, r.Low }));
        var keys = new List<ResultKey>();
        while (rows.Next())
        {
            var exempt = rows.Number(5) != 0;
            var counts = new Counts(rows.NumberOrNull(6), null, null, null, rows.NumberOrNull(7), rows.NumberOrNull(8), null, rows.NumberOrNull(9), rows.NumberOrNull(10), rows.NumberOrNull(11));
            var ballots = exempt ? null : counts.Base(regime.Base);
            keys.Add(new(rows.Number(0), rows.Number(1), rows.Number(2), rows.Number(3), rows.Number(4), exempt,
                ballots, counts.Low, exempt ? null : ballots ?? counts.ApproximateBase));
        }
        return Administrative(keys).ToList();
    }

    /// <summary>Area, unit, post, then as the files had them. Never a ranking.</summary>
    public IEnumerable<ResultKey> Administrative(IEnumerable<ResultKey> keys)
    {
        var posts = reference.Positions.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var all = keys as IReadOnlyCollection<ResultKey> ?? keys.ToList();
        // Texts are compared for each unit once, not for each of its officials.
        var places = all.Select(k => k.UnitId).Distinct()
            .OrderBy(u => AreaOf(u) ?? "", StringComparer.Ordinal).ThenBy(u => reference.Units.ById(u)?.Code ?? "", StringComparer.Ordinal)
            .Select((u, i) => (u, i)).ToDictionary(u => u.u, u => u.i);
        return all.OrderBy(k => places[k.UnitId]).ThenBy(k => posts.GetValueOrDefault(k.PositionId, int.MaxValue)).ThenBy(k => k.Sequence);
    }

    public string? AreaOf(int unitId)
    {
        if (!areas.TryGetValue(unitId, out var area))
            areas[unitId] = area = reference.Units.ById(unitId) is { } unit ? reference.Units.AreaOf(unit, round.HeldFrom) : null;
        return area;
    }

    /// <summary>By given name, as a Vietnamese list of names is ordered.</summary>
    public IEnumerable<ResultKey> ByName(IEnumerable<ResultKey> keys)
    {
        var names = context.Db.Results.Where(r => r.RoundId == round.Id)
            .Join(context.Db.Persons, r => r.PersonId, p => p.Id, (r, p) => new { r.Id, p.SortKey })
            .ToDictionary(r => r.Id, r => r.SortKey);
        return keys.OrderBy(k => names.GetValueOrDefault(k.Id, ""), StringComparer.Ordinal);
    }

    /// <summary>Which results stand at a line of the rule.</summary>
    public IReadOnlySet<int> AtThreshold() => context.Db.ThresholdMarks.Where(m => m.RoundId == round.Id).Select(m => m.ResultId).ToHashSet();

    /// <summary>How each result with a base compares with the others of its post, where that is beyond the usual.</summary>
    public IReadOnlyDictionary<int, FunnelState> Unusual(IEnumerable<ResultKey> keys)
    {
        var judge = new OfficialJudge(reference, round, context.Db.RoundParameters.AsNoTracking().Where(p => p.RoundId == round.Id).ToList());
        var states = new Dictionary<int, FunnelState>();
        foreach (var key in keys)
        {
            // Nobody at or under the others' share is unusual: the tail need not be summed.
            if (key.Base is not { } ballots || key.Low is not { } low || reference.Position(key.PositionId) is not { } position
                || judge.SetOf(position) is not { } set || low <= ballots * set.P0) continue;
            if (set.State(low, ballots) is var state && state != FunnelState.Usual) states[key.Id] = state;
        }
        return states;
    }
}
