namespace Analytics.Domain.Statistics;

/// <summary>What may be said about where a group's low share is going. Rising is the worse direction.</summary>
public enum Direction
{
    /// <summary>Fewer than two comparable rounds: there is nothing to compare.</summary>
    None,

    /// <summary>Two rounds, or no slope beyond chance: a change is shown, never an arrow.</summary>
    Unclear,

    /// <summary>Four or more rounds, the low share rises beyond chance.</summary>
    Rising,

    /// <summary>Four or more rounds, the low share falls beyond chance.</summary>
    Falling,

    /// <summary>The same as <see cref="Rising"/> on three rounds only.</summary>
    EarlyRising,

    /// <summary>The same as <see cref="Falling"/> on three rounds only.</summary>
    EarlyFalling,
}

/// <summary>The rule that turns a slope into a <see cref="Direction"/>, and the words files use for it.</summary>
public static class Directions
{
    /// <summary>At most this share of the directions shown may be false ones.</summary>
    internal const double FalseShare = 0.05;

    /// <summary>The direction of a group as of a round.</summary>
    /// <param name="rounds">Comparable rounds with a base up to and including this one.</param>
    /// <param name="slope">Shares per year; null where undefined.</param>
    /// <param name="slopeQ">Its q by <see cref="FalseDiscovery.BenjaminiHochberg"/>, 0–1; null where the slope has no p.</param>
    /// <remarks>Two rounds never give a direction: with 60 ballots and 8 points more the power would be 0.25.</remarks>
    public static Direction Of(int rounds, double? slope, double? slopeQ)
    {
        if (rounds < 2) return Direction.None;
        if (rounds == 2 || slopeQ is null or > FalseShare) return Direction.Unclear;
        return slope switch
        {
            > 0 => rounds == 3 ? Direction.EarlyRising : Direction.Rising,
            < 0 => rounds == 3 ? Direction.EarlyFalling : Direction.Falling,
            _ => Direction.Unclear,
        };
    }

    /// <summary>The word in csv and json: none, unclear, rising, falling, early-rising, early-falling.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the named ones.</exception>
    public static string Code(this Direction direction) => direction switch
    {
        Direction.None => "none",
        Direction.Unclear => "unclear",
        Direction.Rising => "rising",
        Direction.Falling => "falling",
        Direction.EarlyRising => "early-rising",
        Direction.EarlyFalling => "early-falling",
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "Not a direction."),
    };
}
