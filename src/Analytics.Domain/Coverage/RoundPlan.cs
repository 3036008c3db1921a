using Analytics.Domain.Rounds;

namespace Analytics.Domain.Coverage;

/// <summary>The city's plan for a round: its document and the last day for each step. A null day was not set.</summary>
public sealed class RoundPlan
{
    public int RoundId { get; set; }
    /// <summary>Number and symbol of the plan, <c>12-KH/TU</c>; empty when not given.</summary>
    public string Document { get; set; } = "";
    public DateOnly? DocumentDate { get; set; }
    /// <summary>Last day for units to set the day of their conference.</summary>
    public DateOnly? PlannedDue { get; set; }
    public DateOnly? SelfReviewDue { get; set; }
    public DateOnly? ConferenceDue { get; set; }
    /// <summary>Last day for report and minutes; null: the round's own last day for results.</summary>
    public DateOnly? MinutesDue { get; set; }
    public DateOnly? VerifiedDue { get; set; }
    /// <summary>Last days of the follow-up: opinions verified, officials reviewed, conclusions reached.</summary>
    public DateOnly? OpinionsDue { get; set; }
    public DateOnly? ReviewDue { get; set; }
    public DateOnly? OutcomeDue { get; set; }
    /// <summary>First day of the council session the round has to come before.</summary>
    public DateOnly? CouncilSession { get; set; }
    /// <summary>UTC.</summary>
    public DateTime UpdatedAt { get; set; }
    public required string UpdatedBy { get; set; }

    /// <summary>Last day for a step; of loading, which nobody but the office does, that of the minutes.</summary>
    public static DateOnly? DueOf(Round round, RoundPlan? plan, CoverageStep step) => step switch
    {
        CoverageStep.Planned => plan?.PlannedDue,
        CoverageStep.SelfReview => plan?.SelfReviewDue,
        CoverageStep.Conference => plan?.ConferenceDue ?? round.HeldTo,
        CoverageStep.Verified => plan?.VerifiedDue,
        _ => plan?.MinutesDue ?? round.Due,
    };

    /// <summary>The steps whose last day is over. Loading and comparing are the office's own; nobody is urged for them.</summary>
    public static IReadOnlyList<(CoverageStep Step, DateOnly Due)> Over(Round round, RoundPlan? plan, DateOnly today) =>
        CoverageSteps.Recorded.Select(step => (Step: step, Due: DueOf(round, plan, step))).Where(s => s.Due < today).Select(s => (s.Step, s.Due!.Value)).ToList();
}
