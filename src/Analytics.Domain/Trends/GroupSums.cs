using System.Runtime.InteropServices;
using Analytics.Domain.Statistics;

namespace Analytics.Domain.Trends;

/// <summary>Sums of one group in one round, added up result by result; results may be taken away again.</summary>
/// <remarks>While results stream in, units are found by number; once asked for, they are kept in order, which is half the size.</remarks>
sealed class GroupSums
{
    Dictionary<int, (long Low, long Base)>? streaming = [];
    UnitSum[] units = [];

    public int Officials { get; private set; }
    public int LeftOut { get; private set; }
    public int BelowRule { get; set; }
    public long Base { get; private set; }
    public long High { get; private set; }
    public long Middle { get; private set; }
    public long Low { get; private set; }
    public int Units => streaming?.Count ?? units.Length;
    public bool IsEmpty => Officials == 0 && LeftOut == 0;

    /// <param name="times">1 adds a result without a base, −1 takes it away.</param>
    public void Leave(int times) => LeftOut += times;

    /// <param name="times">1 adds a result, −1 takes it away.</param>
    public void Add(int cluster, int ballots, int high, int middle, int low, int times)
    {
        Officials += times;
        Base += ballots * times;
        High += high * times;
        Middle += middle * times;
        Low += low * times;
        if (streaming is not null && times > 0)
        {
            ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(streaming, cluster, out _);
            sums = (sums.Low + low, sums.Base + ballots);
        }
        else Change(cluster, low * times, ballots * times);
    }

    void Change(int cluster, int low, int ballots)
    {
        Settle();
        var at = Array.BinarySearch(units, new UnitSum(cluster, 0, 0), ByUnit);
        if (at < 0)
        {
            units = [.. units.AsSpan(0, ~at), new UnitSum(cluster, low, ballots), .. units.AsSpan(~at)];
            return;
        }
        var sums = new UnitSum(cluster, units[at].Low + low, units[at].Base + ballots);
        if (sums.Base == 0) units = [.. units.AsSpan(0, at), .. units.AsSpan(at + 1)];
        else units[at] = sums;
    }

    static readonly Comparer<UnitSum> ByUnit = Comparer<UnitSum>.Create(static (a, b) => a.Unit.CompareTo(b.Unit));

    void Settle()
    {
        if (streaming is null) return;
        units = [.. streaming.Select(s => new UnitSum(s.Key, s.Value.Low, s.Value.Base))];
        Array.Sort(units, static (a, b) => a.Unit.CompareTo(b.Unit));
        streaming = null;
    }

    /// <summary>The group as statistics see it, good until the next change; null when nobody has a base.</summary>
    public GroupRound? ToRound(double years)
    {
        Settle();
        return units.Length == 0 ? null : new GroupRound(years, units);
    }
}
