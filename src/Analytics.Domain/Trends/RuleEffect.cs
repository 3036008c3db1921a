using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;

namespace Analytics.Domain.Trends;

/// <summary>A result that another rule says something else of.</summary>
public readonly record struct ChangedStanding(int ResultId, int RoundId, StandingResult Was, StandingResult Now);

/// <summary>What other rules would change in one round.</summary>
/// <param name="Officials">Everybody with a result.</param>
/// <param name="WasAtLine">At a line now; <paramref name="NowAtLine"/> at one then.</param>
/// <param name="WasUndetermined">Without the base the rule asks for.</param>
/// <param name="Parted">Rounds this one may no longer be joined with.</param>
/// <param name="Joined">Rounds it may be joined with anew.</param>
public sealed record RoundEffect(
    Round Round, Regime Was, Regime Now, int Officials, int WasAtLine, int NowAtLine, int Into, int OutOf, int WasUndetermined, int NowUndetermined,
    IReadOnlyList<Round> Parted, IReadOnlyList<Round> Joined);

/// <summary>What would change in the whole store if other rules held: rounds, standings, which rounds a line joins. Kept nowhere.</summary>
/// <param name="Rounds">Rounds whose rule is another, by date.</param>
/// <param name="Changed">In the order of <paramref name="Rounds"/>.</param>
public sealed record RuleEffect(IReadOnlyList<RoundEffect> Rounds, IReadOnlyList<ChangedStanding> Changed)
{
    /// <param name="db">Everything in its version is looked at, whatever its scope: a rule is not changed for one area.</param>
    public static RuleEffect Of(AnalyticsDb db, ReferenceData was, ReferenceData now, CancellationToken ct = default)
    {
        var rounds = was.Rounds.Where(r => !was.RegimeOf(r).JudgesLike(now.RegimeOf(r))).ToList();
        if (rounds.Count == 0) return new([], []);
        var before = StandingPass.With(was, ids => ResultSource.OfRounds(db, ids));
        var after = StandingPass.With(now, ids => ResultSource.OfRounds(db, ids));
        var tallies = rounds.ToDictionary(r => r.Id, _ => new Tally());
        foreach (var result in ResultSource.OfRounds(db, rounds.Select(r => r.Id)))
        {
            ct.ThrowIfCancellationRequested();
            tallies[result.RoundId].Add(result,
                before.Of(result.RoundId, result.PersonId, result.PositionId, result.Exempt, result.Counts),
                after.Of(result.RoundId, result.PersonId, result.PositionId, result.Exempt, result.Counts));
        }
        return new(rounds.Select(r => tallies[r.Id].Effect(r, was, now)).ToList(), rounds.SelectMany(r => tallies[r.Id].Changed).ToList());
    }

    sealed class Tally
    {
        int officials, wasAtLine, nowAtLine, into, outOf, wasUndetermined, nowUndetermined;

        public List<ChangedStanding> Changed { get; } = [];

        public void Add(ResultSums result, StandingResult was, StandingResult now)
        {
            officials++;
            if (was.AtThreshold) wasAtLine++;
            if (now.AtThreshold) nowAtLine++;
            if (!was.AtThreshold && now.AtThreshold) into++;
            if (was.AtThreshold && !now.AtThreshold) outOf++;
            if (was.Code == Standing.Undetermined) wasUndetermined++;
            if (now.Code == Standing.Undetermined) nowUndetermined++;
            if (!was.IsSame(now)) Changed.Add(new(result.Id, result.RoundId, was, now));
        }

        public RoundEffect Effect(Round round, ReferenceData was, ReferenceData now)
        {
            var others = was.Rounds.Where(r => r.Id != round.Id).ToList();
            return new(round, was.RegimeOf(round), now.RegimeOf(round), officials, wasAtLine, nowAtLine, into, outOf, wasUndetermined, nowUndetermined,
                others.Where(o => was.AreComparable(round, o) && !now.AreComparable(round, o)).ToList(),
                others.Where(o => !was.AreComparable(round, o) && now.AreComparable(round, o)).ToList());
        }
    }
}
