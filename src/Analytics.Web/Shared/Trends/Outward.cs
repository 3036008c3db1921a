using Analytics.Domain.Trends;

namespace Analytics.Web.Shared.Trends;

/// <summary>
/// What leaves the house (briefings, mails, published pages) gives no figure of a group of fewer than three officials,
/// nor a change from a round in which the group had fewer: the two together would give the figure away.
/// </summary>
static class Outward
{
    public const int FewestOfficials = 3;

    public static bool Hides(Snapshot group) => group.Officials is > 0 and < FewestOfficials;

    /// <summary>The rows as they may leave the house.</summary>
    /// <param name="rows">Rows of one grouping.</param>
    /// <param name="earlier">Snapshots of the same grouping, among them those the changes are measured from.</param>
    public static List<TrendRow> Of(IReadOnlyList<TrendRow> rows, IEnumerable<Snapshot> earlier)
    {
        var hidden = earlier.Where(Hides).Select(s => (s.Key, s.Position, s.RoundId)).ToHashSet();
        return rows.Select(row => row.Snapshot is var s && Hides(s) ? row with { Snapshot = Empty(s) }
            : s.PreviousRoundId is { } previous && hidden.Contains((s.Key, s.Position, previous)) ? row with { Snapshot = WithoutChange(s) }
            : row).ToList();
    }

    static Snapshot Empty(Snapshot s) => new()
    {
        By = s.By,
        Key = s.Key,
        Position = s.Position,
        RoundId = s.RoundId,
        Officials = s.Officials,
        Units = s.Units,
    };

    static Snapshot WithoutChange(Snapshot s)
    {
        var copy = Empty(s);
        (copy.LeftOut, copy.BelowRule, copy.Rounds) = (s.LeftOut, s.BelowRule, s.Rounds);
        (copy.Base, copy.High, copy.Middle, copy.Low) = (s.Base, s.High, s.Middle, s.Low);
        (copy.LowShare, copy.LowLower, copy.LowUpper) = (s.LowShare, s.LowLower, s.LowUpper);
        return copy;
    }
}
