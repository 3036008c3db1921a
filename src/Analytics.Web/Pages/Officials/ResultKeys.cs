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

    public IReadOnlyList<ResultKey> Read()
    {
        var rows = context.Db.Results.Where(r => r.RoundId == round.Id)
            .Select(r => new { r.Id, r.Sequence, r.UnitId, r.PositionId, r.PersonId, r.Exempt, r.Delegates, r.Collected, r.Valid, r.High, r.Middle, r.Low }).ToList();
        var keys = rows.Select(r =>
        {
            var counts = new Counts(r.Delegates, null, null, null, r.Collected, r.Valid, null, r.High, r.Middle, r.Low);
            var ballots = r.Exempt is null ? counts.Base(regime.Base) : null;
            return new ResultKey(r.Id, r.Sequence, r.UnitId, r.PositionId, r.PersonId, r.Exempt is not null,
                ballots, r.Low, r.Exempt is null ? ballots ?? counts.ApproximateBase : null);
        });
        return Administrative(keys).ToList();
    }

    /// <summary>Area, unit, post, then as the files had them. Never a ranking.</summary>
    public IEnumerable<ResultKey> Administrative(IEnumerable<ResultKey> keys)
    {
        var posts = reference.Positions.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var units = new Dictionary<int, (string Area, string Code)>();
        return keys.OrderBy(k => Place(k.UnitId).Area, StringComparer.Ordinal).ThenBy(k => Place(k.UnitId).Code, StringComparer.Ordinal)
            .ThenBy(k => posts.GetValueOrDefault(k.PositionId, int.MaxValue)).ThenBy(k => k.Sequence);

        (string Area, string Code) Place(int unitId) => units.TryGetValue(unitId, out var place)
            ? place
            : units[unitId] = (AreaOf(unitId) ?? "", reference.Units.ById(unitId)?.Code ?? "");
    }

    public string? AreaOf(int unitId) => reference.Units.ById(unitId) is { } unit ? reference.Units.AreaOf(unit, round.HeldFrom) : null;

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
