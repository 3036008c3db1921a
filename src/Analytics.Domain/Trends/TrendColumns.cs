using Analytics.Domain.Statistics;

namespace Analytics.Domain.Trends;

/// <summary>Trend rows as the contract names their columns: the command line and the pages print the same.</summary>
public static class TrendColumns
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "by", "key", "name", "position", "round", "regime", "officials", "left_out", "units", "base", "low", "favourable",
        "low_share", "low_lower", "low_upper", "change", "change_lower", "change_upper", "change_p",
        "slope", "slope_lower", "slope_upper", "slope_p", "slope_q", "rounds", "direction", "below_rule",
    ];

    /// <summary>The row's values in the order of <see cref="Names"/>; null where undefined.</summary>
    public static object?[] Values(TrendRow row)
    {
        var s = row.Snapshot;
        return
        [
            GroupKey.Word(s.By), s.Key, row.Name, s.Position.Length > 0 ? s.Position : null, row.Round.Code, row.Round.RegimeId,
            s.Officials, s.LeftOut, s.Units, s.Base, s.Low, s.Favourable,
            s.LowShare, s.LowLower, s.LowUpper, s.Change, s.ChangeLower, s.ChangeUpper, s.ChangeP,
            s.Slope, s.SlopeLower, s.SlopeUpper, s.SlopeP, row.SlopeQ, s.Rounds, row.Direction.Code(), s.BelowRule,
        ];
    }
}
