using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Storage;

namespace Analytics.Domain.Trends;

/// <summary>One group through its rounds: shares, changes and slopes, each over comparable rounds only.</summary>
static class GroupTrend
{
    /// <param name="rounds">The group's sums by round; the order does not matter.</param>
    /// <param name="from">Rounds held earlier are looked back on, and give no snapshot themselves.</param>
    public static IEnumerable<Snapshot> Compute(GroupKey group, IEnumerable<(Round Round, GroupSums Sums)> rounds, ReferenceData reference, DateOnly from = default)
    {
        var ordered = rounds.OrderBy(r => r.Round.HeldFrom).ThenBy(r => r.Round.Code, StringComparer.Ordinal);
        foreach (var comparable in ordered.GroupBy(r => (reference.RegimeOf(r.Round).Family, r.Round.Level)))
            foreach (var snapshot in ComputeComparable(group, comparable, from))
                yield return snapshot;
    }

    static IEnumerable<Snapshot> ComputeComparable(GroupKey group, IEnumerable<(Round Round, GroupSums Sums)> rounds, DateOnly from)
    {
        var passed = new List<GroupRound>();
        var previousId = 0;
        foreach (var (round, sums) in rounds)
        {
            var current = sums.ToRound(round.Years);
            if (round.HeldFrom >= from)
            {
                var snapshot = Count(group, round, sums, current?.Units.Length ?? 0);
                if (current is not null) Estimate(snapshot, current, passed, previousId);
                yield return snapshot;
            }
            if (current is null) continue;
            passed.Add(current);
            previousId = round.Id;
        }
    }

    static Snapshot Count(GroupKey group, Round round, GroupSums sums, int units) => new()
    {
        By = group.By,
        Key = group.Key,
        Position = group.Position,
        RoundId = round.Id,
        Officials = sums.Officials,
        LeftOut = sums.LeftOut,
        Units = units,
        Base = sums.Base,
        High = sums.High,
        Middle = sums.Middle,
        Low = sums.Low,
        BelowRule = sums.BelowRule,
    };

    static void Estimate(Snapshot snapshot, GroupRound current, List<GroupRound> passed, int previousId)
    {
        var share = Contrast.Share(current);
        (snapshot.LowShare, snapshot.LowLower, snapshot.LowUpper) = (share.Share, share.Interval.Lower, share.Interval.Upper);
        if (passed is [.., var previous])
        {
            var change = Contrast.Change(current, previous);
            snapshot.PreviousRoundId = previousId;
            (snapshot.Change, snapshot.ChangeLower, snapshot.ChangeUpper, snapshot.ChangeP) = (change.Value, change.Interval?.Lower, change.Interval?.Upper, change.P);
        }
        if (Contrast.Slope([.. passed, current]) is { } slope)
            (snapshot.Slope, snapshot.SlopeLower, snapshot.SlopeUpper, snapshot.SlopeP) = (slope.Value, slope.Interval?.Lower, slope.Interval?.Upper, slope.P);
        snapshot.Rounds = passed.Count + 1;
    }
}
