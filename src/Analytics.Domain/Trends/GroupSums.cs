using System.Runtime.InteropServices;
using Analytics.Domain.Statistics;

namespace Analytics.Domain.Trends;

/// <summary>Sums of one group in one round, added up result by result; results may be taken away again.</summary>
/// <remarks>
/// While results stream in, those of a unit come mostly one after the other: each run of them is a part. Once asked for, parts
/// stand in the order of their units, each unit in one part, unless its sums exceed what a part holds.
/// </remarks>
/// <param name="key">The group.</param>
sealed class GroupSums(GroupKey key)
{
    /// <summary>What results of one unit come to: half the size of a <see cref="UnitSum"/>, for there are millions of them.</summary>
    readonly record struct Part(int Unit, int Low, int Base)
    {
        /// <summary>The same with further ballots; null where that is too much for one part.</summary>
        public Part? Plus(int low, int ballots) =>
            (long)Low + low is var sum and >= int.MinValue and <= int.MaxValue && (long)Base + ballots is var sumOfBase and >= int.MinValue and <= int.MaxValue
                ? new(Unit, (int)sum, (int)sumOfBase)
                : null;
    }

    List<Part>? streaming = [];
    Part[] parts = [];

    public GroupKey Key => key;
    public int Officials { get; private set; }
    public int LeftOut { get; private set; }
    public int BelowRule { get; set; }
    public long Base { get; private set; }
    public long High { get; private set; }
    public long Middle { get; private set; }
    public long Low { get; private set; }
    public bool IsEmpty => Officials == 0 && LeftOut == 0;

    /// <param name="times">1 adds a result without a base, −1 takes it away.</param>
    public void Leave(int times) => LeftOut += times;

    /// <param name="times">1 adds a result, −1 takes it away.</param>
    public void Add(int cluster, int ballots, int high, int middle, int low, int times)
    {
        Officials += times;
        Base += (long)ballots * times;
        High += (long)high * times;
        Middle += (long)middle * times;
        Low += (long)low * times;
        if (streaming is null || times < 0) Change(cluster, low * times, ballots * times);
        else if (CollectionsMarshal.AsSpan(streaming) is [.., var last] run && last.Unit == cluster && last.Plus(low, ballots) is { } longer) run[^1] = longer;
        else streaming.Add(new(cluster, low, ballots));
    }

    void Change(int cluster, int low, int ballots)
    {
        parts = Settled;
        var at = Array.BinarySearch(parts, new Part(cluster, 0, 0), ByUnit);
        if (at < 0 || parts[at].Plus(low, ballots) is not { } sums)
        {
            var before = at < 0 ? ~at : at;
            parts = [.. parts.AsSpan(0, before), new Part(cluster, low, ballots), .. parts.AsSpan(before)];
        }
        else if (sums is { Low: 0, Base: 0 }) parts = [.. parts.AsSpan(0, at), .. parts.AsSpan(at + 1)];
        else parts[at] = sums;
    }

    static readonly Comparer<Part> ByUnit = Comparer<Part>.Create(static (a, b) => a.Unit.CompareTo(b.Unit));

    /// <summary>The parts in the order of their units. What was streamed is put in order the first time.</summary>
    Part[] Settled
    {
        get
        {
            if (streaming is null) return parts;
            var sums = CollectionsMarshal.AsSpan(streaming);
            if (!InOrder(sums)) sums.Sort(ByUnit);
            var count = 0;
            foreach (var sum in sums)
                if (count > 0 && sums[count - 1].Unit == sum.Unit && sums[count - 1].Plus(sum.Low, sum.Base) is { } longer) sums[count - 1] = longer;
                else sums[count++] = sum;
            parts = sums[..count].ToArray();
            streaming = null;
            return parts;
        }
    }

    /// <summary>Files list units in the same order round after round, which is then the order of their numbers.</summary>
    static bool InOrder(ReadOnlySpan<Part> sums)
    {
        for (var i = 1; i < sums.Length; i++)
            if (sums[i - 1].Unit > sums[i].Unit) return false;
        return true;
    }

    /// <summary>The units with a base in order, each once.</summary>
    UnitSum[] Units()
    {
        var units = new UnitSum[Settled.Length];
        var count = 0;
        foreach (var part in Settled)
        {
            if (count > 0 && units[count - 1].Unit == part.Unit) units[count - 1] = units[count - 1].Plus(part.Low, part.Base);
            else
            {
                if (count > 0 && units[count - 1].Base == 0) count--;
                units[count++] = new(part.Unit, part.Low, part.Base);
            }
        }
        if (count > 0 && units[count - 1].Base == 0) count--;
        return count == units.Length ? units : units[..count];
    }

    /// <summary>The group as statistics see it; null when nobody has a base.</summary>
    public GroupRound? ToRound(double years) => Units() is { Length: > 0 } units ? new GroupRound(years, units) : null;
}
