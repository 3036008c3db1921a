using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Units;

namespace Analytics.Domain.Trends;

/// <summary>
/// One official's result as judged: exact standing, interval, place among the same posts. Shares are 0–1; null where there
/// is no base.
/// </summary>
/// <param name="Approximate">The rule's base is missing and the share is of another one: no interval, no funnel.</param>
public sealed record OfficialRow(
    Result Result, string? OfficialCode, Unit Unit, string? Area, Position Position, Round Round,
    int? Base, double? LowShare, Interval? Interval, bool Approximate, StandingResult Standing,
    double? FunnelP, FunnelState? Funnel, double? ShrunkenLow);

/// <summary>Judges results of one round with its stored comparison sets.</summary>
public sealed class OfficialJudge(Storage.ReferenceData reference, Round round, IEnumerable<RoundParameters> parameters)
{
    readonly Regime regime = reference.RegimeOf(round);
    readonly Dictionary<string, ComparisonSet> sets = parameters.ToDictionary(p => p.Position, p => p.ToSet(), StringComparer.Ordinal);

    public Regime Regime => regime;

    /// <summary>The set an official of this post is compared with; null when nobody in the round has a base.</summary>
    public ComparisonSet? SetOf(Position position) => sets.GetValueOrDefault(position.Code) ?? sets.GetValueOrDefault("");

    /// <param name="previous">Counts of the person's previous round under the regime in the post, where a rule asks for it.</param>
    public OfficialRow Judge(Result result, string? officialCode, Counts? previous = null)
    {
        var unit = reference.Units.ById(result.UnitId)!;
        var position = reference.Position(result.PositionId)!;
        var counts = result.Counts;
        var exempt = result.Exempt is not null;
        var ballots = exempt ? null : counts.Base(regime.Base);
        var row = new OfficialRow(result, officialCode, unit, reference.Units.AreaOf(unit, round.HeldFrom), position, round,
            ballots, null, null, false, Standing.Of(regime, counts, exempt, previous), null, null, null);
        if (ballots is not { } n)
        {
            return !exempt && counts.ApproximateBase is { } other && counts.Low is { } approximate
                ? row with { LowShare = (double)approximate / other, Approximate = true }
                : row;
        }
        var low = counts.Low ?? 0;
        row = row with { LowShare = (double)low / n, Interval = Wilson.Of(low, n) };
        return SetOf(position) is { } set
            ? row with { FunnelP = set.FunnelP(low, n), Funnel = set.State(low, n), ShrunkenLow = set.Shrunken(low, n) }
            : row;
    }
}
