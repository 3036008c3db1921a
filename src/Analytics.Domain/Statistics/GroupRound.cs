namespace Analytics.Domain.Statistics;

/// <summary>
/// What one unit adds to a group in one round: the sums over its officials that have a base. The unit is the cluster, for
/// its officials are rated by the same voters.
/// </summary>
/// <param name="Unit">Any number that stands for the unit and stays the same over the rounds of a group.</param>
/// <param name="Low">Low or no-confidence ballots, 0 or more.</param>
/// <param name="Base">Ballots or delegates the low ones are counted of, more than 0: a base of 0 counts as missing.</param>
public readonly record struct UnitSum(int Unit, long Low, long Base)
{
    /// <summary>The same unit with further ballots.</summary>
    public UnitSum Plus(long low, long @base) => new(Unit, Low + low, Base + @base);
}

/// <summary>A group of officials (a city, a district, a position …) in one round, where at least one of them has a base.</summary>
/// <remarks>
/// A round where the group has no base is passed over, so there is no object for it. The units are kept, not copied: they
/// must not be changed afterwards. Safe to read from several threads.
/// </remarks>
public sealed class GroupRound
{
    /// <summary>Takes the units of a group in a round and sums them.</summary>
    /// <param name="years">The round's first day in days since any fixed day, divided by 365.25.</param>
    /// <param name="units">One entry per unit with a base, by rising <see cref="UnitSum.Unit"/>, at least one.</param>
    /// <exception cref="ArgumentException">No unit, units out of order or twice, a unit without a base, or a negative count.</exception>
    public GroupRound(double years, UnitSum[] units)
    {
        ArgumentNullException.ThrowIfNull(units);
        if (units.Length == 0)
            throw new ArgumentException("A group without a base in a round has no share there: pass the round over.", nameof(units));

        for (int i = 0; i < units.Length; i++)
        {
            if (units[i].Base <= 0 || units[i].Low < 0)
                throw new ArgumentException($"Unit {units[i].Unit} has {units[i].Low} low ballots of a base of {units[i].Base}: expected 0 or more of more than 0.", nameof(units));
            if (i > 0 && units[i - 1].Unit >= units[i].Unit)
                throw new ArgumentException($"Unit {units[i].Unit} follows unit {units[i - 1].Unit}: expected each unit once, in rising order.", nameof(units));
            Low += units[i].Low;
            Base += units[i].Base;
        }
        Years = years;
        Units = units;
    }

    /// <summary>When the round was held, in years of 365.25 days since any fixed day.</summary>
    public double Years { get; }

    /// <summary>The units with a base, each once, by rising <see cref="UnitSum.Unit"/>.</summary>
    public UnitSum[] Units { get; }

    /// <summary>Low or no-confidence ballots of the whole group.</summary>
    public long Low { get; }

    /// <summary>The base of the whole group, more than 0.</summary>
    public long Base { get; }

    /// <summary><see cref="Low"/> of <see cref="Base"/>, a share 0–1.</summary>
    public double Share => (double)Low / Base;
}
