namespace Analytics.Domain.Statistics;

/// <summary>How much a contrast over rounds varies with the units that make it up: M units and the variance V of the contrast.</summary>
internal readonly record struct UnitSpread(int Units, double Variance)
{
    /// <summary>A variance this small is rounding: the contrast has no spread to speak of.</summary>
    const double Negligible = 1e-24;

    bool IsUsable => Units >= 2 && Variance > Negligible;

    /// <summary>t(0.975, M−1) · √V, or null where there is no interval.</summary>
    public double? HalfWidth => IsUsable ? StudentT.Quantile975(Units - 1) * Math.Sqrt(Variance) : null;

    /// <summary>The estimate with its interval and two-sided p, or without either where there is no spread.</summary>
    public ContrastEstimate Around(double value) => HalfWidth is { } half
        ? new ContrastEstimate(value, new Interval(value - half, value + half), StudentT.TwoSidedP(value / Math.Sqrt(Variance), Units - 1))
        : new ContrastEstimate(value, null, null);

    /// <summary>Sums the influence of every unit on Σ c_r p_r.</summary>
    /// <param name="rounds">The rounds the contrast runs over.</param>
    /// <param name="coefficients">c_r of each round, in the same order.</param>
    /// <remarks>
    /// A unit's influence is z = Σ c_r (l − p_r n) / N_r, 0 for a round it is absent from, and V = M/(M−1) · Σ (z − z̄)².
    /// The rounds' sorted units are walked side by side, so nothing is looked up and nothing is kept per unit.
    /// </remarks>
    public static UnitSpread Of(IReadOnlyList<GroupRound> rounds, ReadOnlySpan<double> coefficients)
    {
        int count = rounds.Count;
        var units = new UnitSum[count][];
        Span<int> next = count <= 64 ? stackalloc int[count] : new int[count];
        Span<double> share = count <= 64 ? stackalloc double[count] : new double[count];
        Span<double> scale = count <= 64 ? stackalloc double[count] : new double[count];
        next.Clear();
        for (int r = 0; r < count; r++)
        {
            units[r] = rounds[r].Units;
            share[r] = rounds[r].Share;
            scale[r] = coefficients[r] / rounds[r].Base;
        }

        int members = 0;
        double sum = 0, squares = 0;
        while (true)
        {
            int unit = 0;
            bool found = false;
            for (int r = 0; r < count; r++)
            {
                if (next[r] == units[r].Length) continue;
                int candidate = units[r][next[r]].Unit;
                if (found && candidate >= unit) continue;
                unit = candidate;
                found = true;
            }
            if (!found) break;

            double influence = 0;
            for (int r = 0; r < count; r++)
            {
                if (next[r] == units[r].Length || units[r][next[r]].Unit != unit) continue;
                ref readonly var own = ref units[r][next[r]++];
                influence += scale[r] * (own.Low - share[r] * own.Base);
            }
            members++;
            sum += influence;
            squares += influence * influence;
        }

        return From(members, sum, squares);
    }

    /// <summary>The spread of so many influences, from their sum and the sum of their squares.</summary>
    public static UnitSpread From(int members, double sum, double squares)
    {
        // Within a round the residuals add up to 0, so z̄ is 0 but for rounding and the short formula loses no digits.
        double variance = members < 2 ? 0 : members / (members - 1.0) * Math.Max(0, squares - sum * sum / members);
        return new UnitSpread(members, variance);
    }
}
