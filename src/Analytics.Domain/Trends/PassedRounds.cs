using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;

namespace Analytics.Domain.Trends;

/// <summary>A group's comparable rounds one after the other, as far as those after them look back on them.</summary>
/// <remarks>Kept between refreshes, so that a file of the latest round does not look at all those before it again.</remarks>
sealed class PassedRounds
{
    readonly List<(GroupSums Sums, int Changes)> passed = [];

    public SlopeSeries Slopes { get; } = new();
    /// <summary>The latest with a base; null where there is none.</summary>
    public GroupRound? Previous { get; private set; }
    public int PreviousId { get; private set; }
    /// <summary>Rounds with a base.</summary>
    public int Count { get; private set; }

    public void Pass(Round round, GroupSums sums) => Pass(round, sums, sums.ToRound(round.Years));

    /// <param name="current">What the sums come to.</param>
    public void Pass(Round round, GroupSums sums, GroupRound? current)
    {
        passed.Add((sums, sums.Changes));
        if (current is null) return;
        Slopes.Add(current);
        (Previous, PreviousId) = (current, round.Id);
        Count++;
    }

    /// <summary>Whether exactly these rounds were passed, and nothing was changed in them since.</summary>
    public bool Are(IEnumerable<GroupSums> rounds) => passed.SequenceEqual(rounds.Select(r => (r, r.Changes)));
}
