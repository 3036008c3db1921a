using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;

namespace Analytics.Web.Pages.Methods;

/// <summary>
/// Small cases worked out by the same code that makes the pages' figures, so that what is explained is what is done. The
/// counts are invented but for those of 94 delegates, which were printed in the press.
/// </summary>
static class WorkedExamples
{
    /// <summary>Ballots of one official among 94 delegates.</summary>
    public static Counts Delegates { get; } = new(94, null, null, null, null, null, null, 73, 11, 6);

    /// <summary>Five units in a round: low ballots of base.</summary>
    public static GroupRound Now { get; } = Round(2026, (2, 60), (5, 70), (1, 50), (9, 80), (4, 60));

    /// <summary>The same units in the round before.</summary>
    public static GroupRound Before { get; } = Round(2024, (1, 60), (4, 70), (1, 50), (5, 80), (3, 60));

    public static ShareEstimate Share => Contrast.Share(Now);

    /// <summary>What the interval would be if every ballot were cast on its own.</summary>
    public static Interval AsIfIndependent => Wilson.Of(Now.Low, Now.Base);

    public static ContrastEstimate Change => Contrast.Change(Now, Before);

    /// <summary>Five groups' p of their slopes, and the q they become.</summary>
    public static double?[] P { get; } = [0.001, 0.012, 0.03, 0.2, 0.6];
    public static double?[] Q => FalseDiscovery.BenjaminiHochberg(P);

    public static Interval Official => Wilson.Of(6, 60);

    /// <summary>120 officials in one post with 4 % low together, no more spread than chance gives.</summary>
    public static ComparisonSet Post { get; } = new(Officials: 120, P0: 0.04, Phi: 1, Rho: 0.05, Overdispersed: false);

    /// <summary>Two areas beside each other.</summary>
    public static (double Share, Interval Interval) Here { get; } = (0.08, new(0.07, 0.095));
    public static (double Share, Interval Interval) There { get; } = (0.05, new(0.03, 0.06));

    /// <summary>Around 4 %, groups no further apart than chance puts them.</summary>
    public static FunnelLimits Funnel { get; } = new(0.04, 1);

    /// <summary>How far the five units of <see cref="Now"/> lie apart.</summary>
    public static BetweenSpread Between { get; } = BetweenSpread.Of(Now.Units.Select(u => ((int)u.Low, (int)u.Base)).ToList())!;

    /// <summary>Three lines around two thirds of 90 ballots.</summary>
    public static Threshold TwoThirds { get; } = new(ThresholdCount.Low, Comparison.GreaterOrEqual, 2, 3, "", Consecutive: false, new("", ""));
    public static Threshold OverHalf { get; } = TwoThirds with { Comparison = Comparison.Greater, Numerator = 1, Denominator = 2 };

    static GroupRound Round(double years, params (long Low, long Base)[] units) =>
        new(years, units.Select((u, i) => new UnitSum(i + 1, u.Low, u.Base)).ToArray());

    /// <summary>People voted on twice, about 5 % low, up half a point, scattering more than chance.</summary>
    public static ChangeSet Changes { get; } = new(400, 0.05, 0.005, 1.6, Overdispersed: true);

    public static PairedCounts Rise { get; } = new(4, 60, 14, 60);

    /// <summary>Six people with a case who came down from high shares, each with three similar ones who did as well; the first two share theirs.</summary>
    public static MatchedDifference Matched { get; } = MatchedDifference.Of(
    [
        Beside(-0.20, (1, -0.15), (2, -0.10), (3, -0.17)), Beside(-0.12, (1, -0.15), (2, -0.10), (3, -0.17)), Beside(-0.25, (4, -0.20), (5, -0.14), (6, -0.20)),
        Beside(-0.08, (7, -0.12), (8, -0.05), (9, -0.13)), Beside(-0.18, (10, -0.16), (11, -0.19), (12, -0.07)), Beside(-0.15, (13, -0.02), (14, -0.14), (15, -0.11)),
    ])!;

    static MatchedPair Beside(double change, params (int Id, double Change)[] similar) => new(change, similar);
}
