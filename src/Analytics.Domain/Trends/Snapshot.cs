namespace Analytics.Domain.Trends;

/// <summary>What a trend is grouped by. <see cref="Unit"/> is computed on reading and never stored.</summary>
public enum TrendBy
{
    City,
    District,
    Position,
    DistrictPosition,
    Unit,
}

/// <summary>
/// One group in one round: counts, contrasts and p-values. What depends on all groups of the round (q, direction) is
/// derived when read, so that one district's file does not rewrite everybody's rows. Shares are 0–1, slopes per year.
/// </summary>
public sealed class Snapshot
{
    public TrendBy By { get; set; }
    /// <summary>Code of the city, area or post.</summary>
    public required string Key { get; set; }
    /// <summary>Post code for groups by post; empty otherwise.</summary>
    public string Position { get; set; } = "";
    public int RoundId { get; set; }

    public int Officials { get; set; }
    public int LeftOut { get; set; }
    public int Units { get; set; }
    public long Base { get; set; }
    public long High { get; set; }
    public long Middle { get; set; }
    public long Low { get; set; }
    public int BelowRule { get; set; }

    public double? LowShare { get; set; }
    public double? LowLower { get; set; }
    public double? LowUpper { get; set; }
    /// <summary>The round the change is measured from.</summary>
    public int? PreviousRoundId { get; set; }
    public double? Change { get; set; }
    public double? ChangeLower { get; set; }
    public double? ChangeUpper { get; set; }
    public double? ChangeP { get; set; }
    public double? Slope { get; set; }
    public double? SlopeLower { get; set; }
    public double? SlopeUpper { get; set; }
    public double? SlopeP { get; set; }
    /// <summary>Comparable rounds with a base up to and including this one; 0 where all were left out.</summary>
    public int Rounds { get; set; }

    public long Favourable => High + Middle;
}
