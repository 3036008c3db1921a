using Analytics.Domain.Statistics;

namespace Analytics.Domain.Trends;

/// <summary>Sums of one group in one round, added up result by result.</summary>
sealed class GroupSums
{
    readonly Dictionary<int, (long Low, long Base)> clusters = [];

    public int Officials { get; private set; }
    public int LeftOut { get; private set; }
    public int BelowRule { get; set; }
    public long Base { get; private set; }
    public long High { get; private set; }
    public long Middle { get; private set; }
    public long Low { get; private set; }
    public int Units => clusters.Count;

    public void Leave() => LeftOut++;

    public void Add(int cluster, int ballots, int high, int middle, int low)
    {
        Officials++;
        Base += ballots;
        High += high;
        Middle += middle;
        Low += low;
        ref var sums = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(clusters, cluster, out _);
        sums = (sums.Low + low, sums.Base + ballots);
    }

    /// <summary>The group as statistics see it; null when nobody has a base.</summary>
    public GroupRound? ToRound(double years)
    {
        if (clusters.Count == 0) return null;
        var units = new UnitSum[clusters.Count];
        var i = 0;
        foreach (var (cluster, sums) in clusters) units[i++] = new UnitSum(cluster, sums.Low, sums.Base);
        Array.Sort(units, static (a, b) => a.Unit.CompareTo(b.Unit));
        return new GroupRound(years, units);
    }
}
