using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;

namespace Analytics.Domain.FollowUp;

/// <summary>What the next vote says of somebody with a case, or why it says nothing.</summary>
public enum NextVoteState
{
    /// <summary>Voted on again in the same post.</summary>
    Voted,
    /// <summary>Voted on again in another post: told, not set beside those of the post.</summary>
    OtherPost,
    /// <summary>Voted on again in a unit that the viewer may not see.</summary>
    Elsewhere,
    /// <summary>There is a result without the base the rule asks for.</summary>
    NoBase,
    /// <summary>Exempt, by the result or the roster.</summary>
    NotDue,
    /// <summary>The unit has sent no results.</summary>
    NotReported,
    /// <summary>Listed as due in a unit that has sent results, none of them theirs.</summary>
    NoResult,
    /// <summary>Neither the roster nor the results of the unit know them any more.</summary>
    Left,
    /// <summary>Voted on since in rounds of another family or level only.</summary>
    OtherKind,
    /// <summary>No later round of the kind has results yet.</summary>
    NotHeld,
    /// <summary>The result the case stands on is withdrawn, waits to be published, or has no base.</summary>
    NoFigure,
}

/// <summary>The vote after a case.</summary>
/// <param name="UnitId">Unit version and post of the case; <paramref name="ResultId"/> is the result it stands on.</param>
/// <param name="Next">Round of the next vote; without one the round in which it was looked for; null where none is held.</param>
/// <param name="Reason">Words of the result or roster that exempts; else empty.</param>
/// <param name="NextResultId">Of the next vote, where the viewer may see it.</param>
/// <param name="Counts">Both votes, where both have a base and may be seen.</param>
/// <param name="Expected">Low share to be expected next time in the same post with nothing changed (shrunken), 0–1; <paramref name="Common"/> that of all compared.</param>
/// <param name="Similar">Null where nobody was similar, and without a next vote in the same post.</param>
public sealed record NextVote(
    int CaseId, int PersonId, int UnitId, int PositionId, int ResultId, NextVoteState State, Round? Next, string Reason = "",
    int? NextResultId = null, PairedCounts? Counts = null, double? Expected = null, double? Common = null, SimilarOnes? Similar = null);

/// <summary>Words for files and text keys.</summary>
public static class NextVoteStates
{
    static readonly string[] Codes = ["voted", "other-post", "elsewhere", "no-base", "not-due", "not-reported", "no-result", "left", "other-kind", "not-held", "no-figure"];

    public static string Code(this NextVoteState state) => Codes[(int)state];
}
