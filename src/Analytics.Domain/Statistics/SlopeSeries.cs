using System.Runtime.InteropServices;

namespace Analytics.Domain.Statistics;

/// <summary>The slope of a group's low share over comparable rounds, asked for again and again while rounds are added.</summary>
/// <remarks>
/// With c_r = N_r (t_r − t̄) / S a unit's influence Σ c_r e_r / N_r is (Σ t_r e_r − t̄ Σ e_r) / S, e_r being its residual l − p_r n:
/// both sums grow with the rounds, so that a further round costs one look at each unit and not one for each round before.
/// </remarks>
internal sealed class SlopeSeries
{
    /// <summary>Σ t_r e_r and Σ e_r of one unit.</summary>
    struct Residuals
    {
        public int Unit;
        public double Timed, Plain;
    }

    readonly List<(double Years, long Base, double Share)> rounds = [];
    /// <summary>By rising unit.</summary>
    Residuals[] units = [];
    double origin;

    public void Add(GroupRound round)
    {
        double years = YearsOf(round);
        if (rounds.Count == 0) origin = round.Years;
        rounds.Add((years, round.Base, round.Share));
        MakeRoom(round.Units);
        int own = 0;
        foreach (var sum in round.Units)
        {
            while (units[own].Unit < sum.Unit) own++;
            double residual = sum.Low - round.Share * sum.Base;
            units[own].Timed += years * residual;
            units[own].Plain += residual;
        }
    }

    /// <summary>Counted from the first round given: small numbers keep their digits, and equal years give exactly 0.</summary>
    double YearsOf(GroupRound round) => rounds.Count == 0 ? 0 : round.Years - origin;

    /// <summary>Makes an entry for each unit that has none yet.</summary>
    void MakeRoom(UnitSum[] sums)
    {
        int missing = 0, own = 0;
        foreach (var sum in sums)
        {
            while (own < units.Length && units[own].Unit < sum.Unit) own++;
            if (own == units.Length || units[own].Unit != sum.Unit) missing++;
        }
        if (missing == 0) return;

        var all = new Residuals[units.Length + missing];
        own = 0;
        int next = 0;
        for (int i = 0; i < all.Length; i++)
        {
            bool before = next == sums.Length || (own < units.Length && units[own].Unit <= sums[next].Unit);
            if (before && next < sums.Length && units[own].Unit == sums[next].Unit) next++;
            all[i] = before ? units[own++] : new() { Unit = sums[next++].Unit };
        }
        units = all;
    }

    /// <summary>
    /// The slope over all rounds added and one more, in shares per year: least squares over the years with the bases as weights.
    /// </summary>
    /// <param name="last">Not added by this.</param>
    /// <returns>Null with fewer than two rounds, or where all were held on the same day.</returns>
    public ContrastEstimate? SlopeWith(GroupRound last)
    {
        if (rounds.Count == 0) return null;
        double lastYears = YearsOf(last), weight = last.Base, mean = last.Base * lastYears;
        foreach (var round in CollectionsMarshal.AsSpan(rounds))
        {
            weight += round.Base;
            mean += round.Base * round.Years;
        }
        mean /= weight;

        double squares = last.Base * (lastYears - mean) * (lastYears - mean), slope = last.Base * (lastYears - mean) * last.Share;
        foreach (var round in CollectionsMarshal.AsSpan(rounds))
        {
            squares += round.Base * (round.Years - mean) * (round.Years - mean);
            slope += round.Base * (round.Years - mean) * round.Share;
        }
        return squares == 0 ? null : Spread(last, lastYears, mean, squares).Around(slope / squares);
    }

    UnitSpread Spread(GroupRound last, double lastYears, double mean, double scale)
    {
        double sum = 0, squares = 0;
        int members = 0, own = 0, next = 0;
        while (own < units.Length || next < last.Units.Length)
        {
            bool isOwn = next == last.Units.Length || (own < units.Length && units[own].Unit <= last.Units[next].Unit);
            bool isNext = !isOwn || (next < last.Units.Length && units[own].Unit == last.Units[next].Unit);
            double timed = isOwn ? units[own].Timed : 0, plain = isOwn ? units[own++].Plain : 0;
            double residual = isNext ? last.Units[next].Low - last.Share * last.Units[next++].Base : 0;
            double influence = (timed + lastYears * residual - mean * (plain + residual)) / scale;
            members++;
            sum += influence;
            squares += influence * influence;
        }
        return UnitSpread.From(members, sum, squares);
    }
}
