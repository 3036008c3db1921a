namespace Analytics.Domain.Results;

/// <summary>A percentage as printed, set against the counts.</summary>
public static class PublishedShare
{
    /// <summary>What rounding and truncating may explain, in percentage points.</summary>
    public const decimal Tolerance = 0.1m;

    /// <summary>Whether the printed percentage is that of <paramref name="count"/> of <paramref name="ballots"/>, to 0.1 point. Exact: nothing is divided.</summary>
    /// <param name="percent">0–100, with a few decimals.</param>
    public static bool Agrees(decimal percent, int count, int ballots) => Math.Abs(percent * ballots - 100m * count) <= Tolerance * ballots;
}
