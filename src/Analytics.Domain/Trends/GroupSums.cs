using Analytics.Domain.Statistics;

namespace Analytics.Domain.Trends;

/// <summary>Sums of one group in one round, added up result by result; results may be taken away again.</summary>
/// <remarks>
/// While results stream in, those of a unit come mostly one after the other: each run of them is a part. Once asked for, parts
/// stand in the order of their units, each unit in one part, unless its sums exceed what a part holds. Parts of a
/// group contained are not kept twice.
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

    List<GroupSums>? contained;
    Part[] parts = [];
    int count;
    bool isSettled;

    public GroupKey Key => key;
    /// <summary>Rises with every result added or taken away.</summary>
    public int Changes { get; private set; }
    public int Officials { get; private set; }
    public int LeftOut { get; private set; }
    public int BelowRule { get; set; }
    public long Base { get; private set; }
    public long High { get; private set; }
    public long Middle { get; private set; }
    public long Low { get; private set; }
    public bool IsEmpty => Officials == 0 && LeftOut == 0;

    /// <summary>From now on results may be added to the other group, and only be counted here.</summary>
    public void Contain(GroupSums other) => (contained ??= []).Add(other);

    /// <param name="times">1 adds a result without a base, −1 takes it away.</param>
    public void Leave(int times)
    {
        LeftOut += times;
        Changes++;
    }

    /// <param name="times">1 adds a result, −1 takes it away.</param>
    public void Add(int cluster, int ballots, int high, int middle, int low, int times)
    {
        Count(ballots, high, middle, low, times);
        if (isSettled || times < 0) Change(cluster, low * times, ballots * times);
        else if (count > 0 && parts[count - 1].Unit == cluster && parts[count - 1].Plus(low, ballots) is { } longer) parts[count - 1] = longer;
        else Append(new(cluster, low, ballots));
    }

    /// <summary>Counts a result that is added to a group contained.</summary>
    /// <param name="times">1 adds a result, −1 takes it away.</param>
    public void Count(int ballots, int high, int middle, int low, int times)
    {
        Changes++;
        Officials += times;
        Base += (long)ballots * times;
        High += (long)high * times;
        Middle += (long)middle * times;
        Low += (long)low * times;
    }

    void Append(Part part)
    {
        // By a quarter: most groups are small, there are tens of thousands of them, and doubling would leave a third of all room empty.
        if (count == parts.Length) Array.Resize(ref parts, count + count / 4 + 4);
        parts[count++] = part;
    }

    void Change(int cluster, int low, int ballots)
    {
        var settled = Settled();
        var at = settled.BinarySearch(new Part(cluster, 0, 0), ByUnit);
        if (at < 0 || settled[at].Plus(low, ballots) is not { } sums)
        {
            var before = at < 0 ? ~at : at;
            Replace([.. settled[..before], new Part(cluster, low, ballots), .. settled[before..]]);
        }
        else if (sums is { Low: 0, Base: 0 }) Replace([.. settled[..at], .. settled[(at + 1)..]]);
        else settled[at] = sums;
    }

    void Replace(Part[] others) => (parts, count) = (others, others.Length);

    static readonly Comparer<Part> ByUnit = Comparer<Part>.Create(static (a, b) => a.Unit.CompareTo(b.Unit));

    /// <summary>The parts of its own in the order of their units. What was streamed is put in order the first time.</summary>
    Span<Part> Settled()
    {
        if (!isSettled) count = InOrder(parts.AsSpan(0, count));
        isSettled = true;
        return parts.AsSpan(0, count);
    }

    /// <summary>Puts what was streamed in order, so that several threads may read it.</summary>
    public void Settle() => Settled();

    /// <summary>Sorts parts and joins those of one unit; returns how many are left.</summary>
    static int InOrder(Span<Part> sums)
    {
        if (!AreInOrder(sums)) sums.Sort(ByUnit);
        var count = 0;
        foreach (var sum in sums)
            if (count > 0 && sums[count - 1].Unit == sum.Unit && sums[count - 1].Plus(sum.Low, sum.Base) is { } longer) sums[count - 1] = longer;
            else sums[count++] = sum;
        return count;
    }

    Span<Part> WithContained(List<GroupSums> groups)
    {
        var all = new Part[count + groups.Sum(g => g.count)];
        var copied = 0;
        foreach (var group in groups.Prepend(this))
        {
            group.parts.AsSpan(0, group.count).CopyTo(all.AsSpan(copied));
            copied += group.count;
        }
        return all.AsSpan(0, InOrder(all));
    }

    /// <summary>Files list units in the same order round after round, which is then the order of their numbers.</summary>
    static bool AreInOrder(ReadOnlySpan<Part> sums)
    {
        for (var i = 1; i < sums.Length; i++)
            if (sums[i - 1].Unit > sums[i].Unit) return false;
        return true;
    }

    /// <summary>The units with a base in order, each once.</summary>
    UnitSum[] Units()
    {
        var sums = contained is null ? Settled() : WithContained(contained);
        var units = new UnitSum[sums.Length];
        var count = 0;
        foreach (var part in sums)
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
