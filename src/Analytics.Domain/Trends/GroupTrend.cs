using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Storage;

namespace Analytics.Domain.Trends;

/// <summary>One group through its rounds: shares, changes and slopes, each over comparable rounds only.</summary>
static class GroupTrend
{
    /// <param name="rounds">The group's sums by round; the order does not matter.</param>
    /// <param name="from">Rounds held earlier are looked back on, and give no snapshot themselves.</param>
    /// <param name="kept">Of each family and level of this group, the rounds looked back on the last time; null where it is not asked for again.</param>
    public static IEnumerable<Snapshot> Compute(
        GroupKey group, IEnumerable<(Round Round, GroupSums Sums)> rounds, ReferenceData reference, DateOnly from = default, Dictionary<string, PassedRounds>? kept = null)
    {
        var ordered = rounds.OrderBy(r => r.Round.HeldFrom).ThenBy(r => r.Round.Code, StringComparer.Ordinal);
        foreach (var comparable in ordered.GroupBy(r => (reference.RegimeOf(r.Round).Family, r.Round.Level)))
        {
            var earlier = comparable.TakeWhile(r => r.Round.HeldFrom < from).ToList();
            var passed = kept?.GetValueOrDefault($"{comparable.Key}") is { } known && known.Are(earlier.Select(r => r.Sums)) ? known : Pass(earlier);
            if (kept is not null) kept[$"{comparable.Key}"] = passed;
            foreach (var snapshot in ComputeComparable(group, [.. comparable.Skip(earlier.Count)], passed))
                yield return snapshot;
        }
    }

    static PassedRounds Pass(List<(Round Round, GroupSums Sums)> rounds)
    {
        var passed = new PassedRounds();
        foreach (var (round, sums) in rounds) passed.Pass(round, sums);
        return passed;
    }

    static IEnumerable<Snapshot> ComputeComparable(GroupKey group, (Round Round, GroupSums Sums)[] rounds, PassedRounds passed)
    {
        for (var i = 0; i < rounds.Length; i++)
        {
            var (round, sums) = rounds[i];
            var current = sums.ToRound(round.Years);
            var snapshot = Count(group, round, sums, current?.Units.Length ?? 0);
            if (current is not null) Estimate(snapshot, current, passed);
            yield return snapshot;
            // The last is looked back on by nobody yet, and may grow.
            if (i < rounds.Length - 1) passed.Pass(round, sums, current);
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

    static void Estimate(Snapshot snapshot, GroupRound current, PassedRounds passed)
    {
        var share = Contrast.Share(current);
        (snapshot.LowShare, snapshot.LowLower, snapshot.LowUpper) = (share.Share, share.Interval.Lower, share.Interval.Upper);
        if (passed.Previous is { } previous)
        {
            var change = Contrast.Change(current, previous);
            snapshot.PreviousRoundId = passed.PreviousId;
            (snapshot.Change, snapshot.ChangeLower, snapshot.ChangeUpper, snapshot.ChangeP) = (change.Value, change.Interval?.Lower, change.Interval?.Upper, change.P);
        }
        if (passed.Slopes.SlopeWith(current) is { } slope)
            (snapshot.Slope, snapshot.SlopeLower, snapshot.SlopeUpper, snapshot.SlopeP) = (slope.Value, slope.Interval?.Lower, slope.Interval?.Upper, slope.P);
        snapshot.Rounds = passed.Count + 1;
    }
}
