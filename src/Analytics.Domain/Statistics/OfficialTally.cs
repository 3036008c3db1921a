using System.Runtime.InteropServices;

namespace Analytics.Domain.Statistics;

/// <summary>Officials of a comparison set by low ballots and base, each pair once with how many have it; those without a base are not counted.</summary>
/// <remarks>Bases are some tens of ballots, so the officials of a round share a few hundred pairs, be they millions.</remarks>
public sealed class OfficialTally
{
    readonly Dictionary<(int Low, int Base), int> times = [];

    /// <summary>Officials with a base.</summary>
    public int Officials { get; private set; }

    /// <param name="officials">How many; less than 0 takes them away.</param>
    /// <exception cref="ArgumentException">A negative count.</exception>
    public void Add(int low, int @base, int officials = 1)
    {
        if (@base < 0 || low < 0)
            throw new ArgumentException($"{low} low ballots of a base of {@base}: expected no negative count.");
        if (@base == 0) return;
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(times, (low, @base), out _);
        count += officials;
        Officials += officials;
        if (count == 0) times.Remove((low, @base));
    }

    public void Add(OfficialTally others)
    {
        foreach (var ((low, @base), officials) in others.times) Add(low, @base, officials);
    }

    /// <summary>The pairs in one order, in whatever order they were added: sums of fractions then come out the same to the last digit.</summary>
    public IReadOnlyList<(int Low, int Base, int Officials)> Pairs() =>
        [.. times.Select(t => (t.Key.Low, t.Key.Base, t.Value)).OrderBy(t => t.Base).ThenBy(t => t.Low)];
}
