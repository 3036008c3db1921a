using System.Runtime.InteropServices;
using Analytics.Domain.Statistics;

namespace Analytics.Domain.Trends;

/// <summary>Sums of one group in one round, added up result by result; results may be taken away again.</summary>
/// <remarks>
/// While results stream in, those of a unit come mostly one after the other: each run of them is an entry. Once asked for, units
/// stand in order, each once.
/// </remarks>
sealed class GroupSums
{
    List<UnitSum>? streaming = [];
    UnitSum[] units = [];

    public int Officials { get; private set; }
    public int LeftOut { get; private set; }
    public int BelowRule { get; set; }
    public long Base { get; private set; }
    public long High { get; private set; }
    public long Middle { get; private set; }
    public long Low { get; private set; }
    public int Units => Settled.Length;
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
        if (streaming is null || times < 0) Change(cluster, low * times, ballots * times);
        else if (CollectionsMarshal.AsSpan(streaming) is [.., var last] run && last.Unit == cluster) run[^1] = last.Plus(low, ballots);
        else streaming.Add(new(cluster, low, ballots));
    }

    void Change(int cluster, int low, int ballots)
    {
        units = Settled;
        var at = Array.BinarySearch(units, new UnitSum(cluster, 0, 0), ByUnit);
        if (at < 0)
        {
            units = [.. units.AsSpan(0, ~at), new UnitSum(cluster, low, ballots), .. units.AsSpan(~at)];
            return;
        }
        var sums = units[at].Plus(low, ballots);
        if (sums.Base == 0) units = [.. units.AsSpan(0, at), .. units.AsSpan(at + 1)];
        else units[at] = sums;
    }

    static readonly Comparer<UnitSum> ByUnit = Comparer<UnitSum>.Create(static (a, b) => a.Unit.CompareTo(b.Unit));

    /// <summary>The units in order, each once. What was streamed is put in order the first time.</summary>
    UnitSum[] Settled
    {
        get
        {
            if (streaming is null) return units;
            var sums = CollectionsMarshal.AsSpan(streaming);
            if (!InOrder(sums)) sums.Sort(ByUnit);
            var count = 0;
            foreach (var sum in sums)
                if (count > 0 && sums[count - 1].Unit == sum.Unit) sums[count - 1] = sums[count - 1].Plus(sum.Low, sum.Base);
                else sums[count++] = sum;
            units = sums[..count].ToArray();
            streaming = null;
            return units;
        }
    }

    /// <summary>Files list units in the same order round after round, which is then the order of their numbers.</summary>
    static bool InOrder(ReadOnlySpan<UnitSum> sums)
    {
        for (var i = 1; i < sums.Length; i++)
            if (sums[i - 1].Unit > sums[i].Unit) return false;
        return true;
    }

    /// <summary>The group as statistics see it, good until the next change; null when nobody has a base.</summary>
    public GroupRound? ToRound(double years) => Settled is { Length: > 0 } settled ? new GroupRound(years, settled) : null;
}
