using Analytics.Domain.Statistics.Withholding;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;

namespace Analytics.Web.Shared.Trends;

/// <summary>
/// What leaves the house (briefings, mails, published pages) gives no figure of a group of fewer than three officials, nor
/// of those from which one follows, nor a change from a round in which the group is withheld: the two together would give
/// the figure away.
/// </summary>
sealed class Outward(AnalyticsDb db, ReferenceData reference)
{
    public const int FewestOfficials = SmallNumbers.FewestOfficials;

    readonly Dictionary<int, WithheldGroups> rounds = [];

    public bool Hides(Snapshot group) => In(group.RoundId).Hides(group);

    /// <summary>Those withheld of a round.</summary>
    public WithheldGroups In(int roundId) =>
        rounds.TryGetValue(roundId, out var known) ? known : rounds[roundId] = WithheldGroups.Of(db, reference, reference.Round(roundId)!);

    /// <summary>The rows as they may leave the house.</summary>
    public List<TrendRow> Of(IEnumerable<TrendRow> rows) => rows.Select(Of).ToList();

    public TrendRow Of(TrendRow row)
    {
        var s = row.Snapshot;
        if (Hides(s)) return row with { Snapshot = Empty(s), SlopeQ = null, Direction = Domain.Statistics.Direction.None, Withheld = true };
        var changed = s.PreviousRoundId is { } previous && In(previous).Hides(s.By, s.Key, s.Position);
        return row with { Snapshot = WithoutSlope(s, change: !changed), SlopeQ = null };
    }

    static Snapshot Empty(Snapshot s) => new()
    {
        By = s.By,
        Key = s.Key,
        Position = s.Position,
        RoundId = s.RoundId,
        Units = s.Units,
    };

    /// <summary>A slope over rounds one of which is withheld would give it away, and no paper prints one.</summary>
    static Snapshot WithoutSlope(Snapshot s, bool change)
    {
        var copy = Empty(s);
        (copy.Officials, copy.LeftOut, copy.BelowRule, copy.Rounds) = (s.Officials, s.LeftOut, s.BelowRule, s.Rounds);
        (copy.Base, copy.High, copy.Middle, copy.Low) = (s.Base, s.High, s.Middle, s.Low);
        (copy.LowShare, copy.LowLower, copy.LowUpper) = (s.LowShare, s.LowLower, s.LowUpper);
        if (change) (copy.PreviousRoundId, copy.Change, copy.ChangeLower, copy.ChangeUpper, copy.ChangeP) = (s.PreviousRoundId, s.Change, s.ChangeLower, s.ChangeUpper, s.ChangeP);
        return copy;
    }
}
