using Analytics.Domain.Results;
using Analytics.Domain.Rounds;

namespace Analytics.Domain.Minutes;

/// <summary>How good one official's row is.</summary>
/// <param name="Complete">Issued, collected, valid, every level and the base of the rule are given.</param>
/// <param name="Reconciled">Complete, and no relation between the counts is broken, not even one that may be.</param>
/// <param name="Published">A printed percentage is there, and counts to compare it with.</param>
/// <param name="Confirmed">Every printed percentage is that of the counts, to 0.1 point.</param>
public readonly record struct RowQuality(bool Complete, bool Reconciled, bool Published, bool Confirmed)
{
    /// <param name="lowPercent">As printed, 0–100; null where nothing was printed. Likewise <paramref name="highPercent"/>.</param>
    public static RowQuality Of(Counts counts, Regime regime, double? lowPercent, double? highPercent)
    {
        var complete = counts is { Issued: not null, Collected: not null, Valid: not null, Middle: not null, Low: not null }
            && (regime.Options == BallotOptions.Two || counts.High is not null)
            && counts.Base(regime.Base) is not null;
        var low = Agrees(lowPercent, counts.Low, counts, regime);
        var high = Agrees(highPercent, counts.High, counts, regime);
        return new(
            complete, complete && Reconciliation.Of(counts, regime.Options, regime.Base) == BrokenRelations.None,
            low is not null || high is not null, (low ?? high) is not null && low != false && high != false);
    }

    /// <summary>Null where there is nothing to compare.</summary>
    static bool? Agrees(double? percent, int? count, Counts counts, Regime regime) =>
        percent is { } printed && count is { } number && counts.Base(regime.Base) is { } ballots ? PublishedShare.Agrees((decimal)printed, number, ballots) : null;
}
