namespace Analytics.Domain.Statistics;

/// <summary>
/// How far members of a group (units of an area, officials of a post) lie apart, beside what ballots alone would do if all
/// had the same share.
/// </summary>
/// <param name="Members">I, members with a base, 2 or more.</param>
/// <param name="MeanBase">Ballots of a member, on average.</param>
/// <param name="Phi">φ: the spread as a variance, 1 where ballots alone explain it.</param>
/// <param name="Rho">ρ, the intraclass correlation by moments, 0–1: the variance of true shares over p(1 − p).</param>
/// <param name="BeyondChance">Whether φ is beyond what chance gives with so many members.</param>
/// <remarks>
/// φ is Pearson's X² over I − 1 (R: dispersion of a quasibinomial <c>glm</c>), ρ that of <see cref="ComparisonMoments.Rho"/>.
/// Of equal bases n the variance of a printed share is p(1 − p)(ρ + (1 − ρ)/n): ρ of it are true differences, (1 − ρ)/n the
/// play of ballots. It holds where ballots are cast one by one: the ballots of one voter on several officials are alike, so
/// that for a unit with several officials some of what is called true is the voters' own.
/// </remarks>
public sealed record BetweenSpread(int Members, double MeanBase, double Phi, double Rho, bool BeyondChance)
{
    /// <summary>What part of the variance of printed shares are true differences, 0–1 (Spearman–Brown).</summary>
    public double TruePart => TruePartOf(Rho, MeanBase);

    /// <param name="rho">0–1.</param>
    /// <param name="meanBase">1 or more.</param>
    public static double TruePartOf(double rho, double meanBase) => rho * meanBase / (1 + rho * (meanBase - 1));

    /// <summary>The spread of these members: low ballots and base of each; a base of 0 counts as missing.</summary>
    /// <returns>Null for fewer than two, and where nobody or everybody voted low.</returns>
    public static BetweenSpread? Of(IReadOnlyList<(int Low, int Base)> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var tally = new OfficialTally();
        foreach (var (low, ballots) in members) tally.Add(low, ballots);
        var moments = new ComparisonMoments(tally);
        if (moments.Officials < 2 || moments.P0 is not (> 0 and < 1)) return null;
        var phi = moments.PearsonPhi();
        return new(moments.Officials, (double)moments.Base / moments.Officials, phi, moments.Rho(), phi > 1 + 2 * Math.Sqrt(2.0 / (moments.Officials - 1)));
    }
}
