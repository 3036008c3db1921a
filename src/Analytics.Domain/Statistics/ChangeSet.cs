namespace Analytics.Domain.Statistics;

/// <summary>One person's low ballots and base in two votes.</summary>
/// <param name="LowBefore">0 … <paramref name="BaseBefore"/>, which is at least 1; likewise the later vote.</param>
public readonly record struct PairedCounts(int LowBefore, int BaseBefore, int Low, int Base)
{
    /// <summary>Low share of the earlier vote, 0–1; <see cref="Share"/> that of the later one.</summary>
    public double ShareBefore => (double)LowBefore / BaseBefore;
    public double Share => (double)Low / Base;

    /// <summary>Low share of the later vote less that of the earlier one, −1 … 1.</summary>
    public double Difference => Share - ShareBefore;
}

/// <summary>
/// Everybody who was voted on twice, as the few numbers by which one person's rise can be told from chance: is it more than everybody's, and more
/// than such differences scatter? Never a verdict on a person.
/// </summary>
/// <param name="Persons">I, persons with both votes.</param>
/// <param name="P0">The pooled low share of both votes, 0–1.</param>
/// <param name="Shift">How much the pooled share rose from the earlier votes to the later ones, −1 … 1.</param>
/// <param name="Phi">The mean of the squared winsorised z of the differences about <paramref name="Shift"/>, 0 or more.</param>
/// <param name="Overdispersed">Whether φ is beyond what chance gives, so that limits are widened by √φ.</param>
/// <remarks>
/// The funnel's method (D. J. Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202) for differences of two proportions:
/// <c>z = (p₂ − p₁ − shift) / √(p₀ q₀ (1/n₁ + 1/n₂))</c>. The voters of two rounds differ, and φ holds what that adds.
/// </remarks>
public sealed record ChangeSet(int Persons, double P0, double Shift, double Phi, bool Overdispersed)
{
    /// <summary>With fewer pairs nothing can be said of how such differences scatter.</summary>
    public const int Minimum = 10;

    /// <summary>p at or below this may be proposed for a look.</summary>
    public const double RiseP = 0.001;

    /// <summary>How many such rises chance alone would give.</summary>
    public double ExpectedByChance => Persons * RiseP;

    /// <returns>Null with fewer than <see cref="Minimum"/> persons, and where everybody or nobody rated low.</returns>
    public static ChangeSet? Of(IReadOnlyList<PairedCounts> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count < Minimum) return null;
        long lowBefore = 0, baseBefore = 0, low = 0, ballots = 0;
        foreach (var pair in pairs)
        {
            lowBefore += pair.LowBefore;
            baseBefore += pair.BaseBefore;
            low += pair.Low;
            ballots += pair.Base;
        }
        double p0 = (double)(lowBefore + low) / (baseBefore + ballots);
        if (p0 is not (> 0 and < 1)) return null;
        double shift = (double)low / ballots - (double)lowBefore / baseBefore;
        var z = pairs.Select(p => (p.Difference - shift) / Error(p, p0)).ToArray();
        Array.Sort(z);
        double lowest = Quantile.Type7(z, 0.1), highest = Quantile.Type7(z, 0.9);
        double phi = z.Average(v => Math.Clamp(v, lowest, highest) * Math.Clamp(v, lowest, highest));
        return new(pairs.Count, p0, shift, phi, phi > 1 + 2 * Math.Sqrt(2.0 / pairs.Count));
    }

    /// <summary>The probability of at least this rise if the person changed as everybody did, or, where everybody fell, not at all; 0–1.</summary>
    public double P(PairedCounts pair)
    {
        double z = (pair.Difference - Math.Max(0, Shift)) / Error(pair, P0);
        return UpperTail.Normal(Overdispersed ? z / Math.Sqrt(Phi) : z);
    }

    static double Error(PairedCounts pair, double p0) => Math.Sqrt(p0 * (1 - p0) * (1.0 / pair.BaseBefore + 1.0 / pair.Base));
}
