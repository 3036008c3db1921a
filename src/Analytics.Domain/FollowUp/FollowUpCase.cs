using Analytics.Domain.Rounds;

namespace Analytics.Domain.FollowUp;

/// <summary>Why there is a case.</summary>
public enum CaseReason
{
    /// <summary>At a line of the rule, and the result is compared with the minutes: opened by itself.</summary>
    Threshold,
    /// <summary>Unlike the same posts of the round (funnel alarm); a reviewer accepted the proposal.</summary>
    Alarm,
    /// <summary>The low share rose beyond chance since the same person's vote before; a reviewer accepted the proposal.</summary>
    Drop,
    /// <summary>At a line in this vote and in the one before; a reviewer accepted the proposal.</summary>
    LowTwice,
    /// <summary>A reviewer opened it, with a reason in words.</summary>
    ByHand,
}

/// <summary>The way of a case (việc sau lấy phiếu), in its order. Who decides on a person is the competent body; the case follows it.</summary>
public enum CaseStage
{
    /// <summary>The opinions behind the votes are verified (xác minh ý kiến góp ý).</summary>
    Opinions,
    /// <summary>The competent body reviews and evaluates the official (xem xét, đánh giá cán bộ).</summary>
    Review,
    /// <summary>Its conclusion is waited for and written down (kết quả xem xét).</summary>
    Outcome,
    /// <summary>Closed, with number and day of the document and the body that decided (kết thúc theo dõi).</summary>
    Closed,
}

/// <summary>What the competent body concluded, as its document says.</summary>
public enum CaseOutcome
{
    /// <summary>Goes on in the post.</summary>
    Kept,
    /// <summary>Reminded and helped.</summary>
    Reminded,
    OutOfPlanning,
    Transferred,
    Resigned,
    /// <summary>A decisive vote of the council was asked for.</summary>
    CouncilVote,
    Relieved,
    Removed,
    /// <summary>No conclusion on the person: the reason for the case fell away, or the case was opened by mistake.</summary>
    Dropped,
}

/// <summary>
/// Follow-up of one official after one round; one case each, whatever is loaded again. The figures are those of the published result the case
/// stands on and follow its corrections; all else is changed by reviewers only, step by step, and every change is a <see cref="CaseEvent"/>.
/// </summary>
public sealed class FollowUpCase
{
    public int Id { get; set; }
    public int RoundId { get; set; }
    public int PersonId { get; set; }
    /// <summary>Unit version and post of the result the case stands on.</summary>
    public int UnitId { get; set; }
    public int PositionId { get; set; }
    /// <summary>The version of the result; of several posts in the round the one with the strongest standing.</summary>
    public int ResultId { get; set; }

    public CaseReason Reason { get; set; }
    /// <summary>The reviewer's words: why a proposal was accepted, or why it was opened by hand; empty for a threshold.</summary>
    public string ReasonText { get; set; } = "";

    /// <summary>Exact standing by the round's rule, a code of <see cref="Standing"/>.</summary>
    public string StandingCode { get; set; } = Standing.None;
    /// <summary>How strong the line met is: the strongest line of the rule has the most; 0 where none is met.</summary>
    public int Strength { get; set; }
    /// <summary>The count the rule looks at, and its base; null without a base.</summary>
    public int? Count { get; set; }
    public int? Base { get; set; }
    /// <summary>Share of low (or no-confidence) ballots, 0–1; null without a base.</summary>
    public double? LowShare { get; set; }
    /// <summary>Orders the queue, never judges; 0–1.</summary>
    public double? Shrunken { get; set; }
    /// <summary>A correction or withdrawal took the reason away, UTC: a reviewer is asked to close the case. Null while it stands.</summary>
    public DateTime? LiftedAt { get; set; }

    public CaseStage Stage { get; set; }
    /// <summary>Last day of the stage as set for this case; null: that of the round's plan.</summary>
    public DateOnly? DueOn { get; set; }
    /// <summary>Nothing is due while a case is paused: UTC, and why.</summary>
    public DateTime? PausedAt { get; set; }
    public string PauseReason { get; set; } = "";
    /// <summary>User name of who works on it; empty: nobody yet.</summary>
    public string Assignee { get; set; } = "";

    public CaseOutcome? Outcome { get; set; }
    /// <summary>Number and symbol of the document that says so, its day, and the body that decided.</summary>
    public string Document { get; set; } = "";
    public DateOnly? DocumentDate { get; set; }
    public string DecidedBy { get; set; } = "";

    public DateTime OpenedAt { get; set; }
    /// <summary>User name; <see cref="CaseEvent.System"/> for what opened by itself.</summary>
    public required string OpenedBy { get; set; }
    public DateTime? ClosedAt { get; set; }
    /// <summary>Raised by every change; who changes says which one they saw.</summary>
    public int Revision { get; set; }
    /// <summary>One more than the store's work version when the row was written: who remembers cases as of a work version asks for those written later.</summary>
    public long WrittenIn { get; internal set; }

    public bool IsClosed => Stage == CaseStage.Closed;
}
