using Analytics.Domain.FollowUp;
using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Web.Shared.Tables;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>Next votes as data: codes, counts and shares as fractions.</summary>
static class AfterTable
{
    public static ExportTable Of(Round round, IEnumerable<AfterModel.Row> rows) => ExportTable.Of("follow-up-after-" + round.Code, rows,
        ("id", r => r.Case.Id), ("round", _ => round.Code), ("official", r => r.Name), ("official_code", r => (r.Then ?? r.Now)?.Row.OfficialCode), ("unit", r => r.Unit.Code), ("unit_name", r => r.Unit.Name),
        ("district", r => r.Area), ("position", r => r.Post.Code), ("stage", r => r.Case.Stage.Code()), ("outcome", r => r.Case.Outcome?.Code()),
        ("standing", r => r.Then?.Row.Standing.Code), ("low", r => r.Then?.Row.Result.Low), ("base", r => r.Then?.Row.Base), ("low_share", r => r.Vote.Counts?.ShareBefore ?? (r.Then?.Row is { Approximate: false } row ? row.LowShare : null)),
        ("expected_low", r => r.Vote.Expected), ("next", r => r.Vote.State.Code()), ("next_reason", r => r.Vote.Reason), ("next_round", r => r.Vote.Next?.Code), ("next_unit", r => r.Now?.Row.Unit.Code), ("next_position", r => r.Now?.Row.Position.Code),
        ("next_standing", r => r.Now?.Row.Standing.Code), ("next_low", r => r.Vote.Counts?.Low), ("next_base", r => r.Vote.Counts?.Base), ("next_low_share", r => r.Vote.Counts?.Share),
        ("change", r => r.Vote.Counts?.Difference), ("change_lower", r => IntervalOf(r.Vote.Counts)?.Lower), ("change_upper", r => IntervalOf(r.Vote.Counts)?.Upper),
        ("similar", r => r.Vote.Similar?.Count), ("similar_low_share", r => r.Vote.Similar?.Before), ("similar_next_low_share", r => r.Vote.Similar?.After), ("similar_change", r => r.Vote.Similar?.Change));

    /// <summary>Of the difference of two votes by different ballots: Newcombe's, from both Wilson intervals.</summary>
    public static Interval? IntervalOf(PairedCounts? counts) => counts is { } c
        ? IndependentDifference.Of(c.Share, Wilson.Of(c.Low, c.Base), c.ShareBefore, Wilson.Of(c.LowBefore, c.BaseBefore)) : null;
}
