namespace Analytics.Domain.Coverage;

/// <summary>The way of one unit through a round, in its order.</summary>
public enum CoverageStep
{
    /// <summary>A day for the conference is set.</summary>
    Planned,
    /// <summary>The officials' self-reviews (bản kiểm điểm) were sent to those who will vote.</summary>
    SelfReview,
    /// <summary>The conference was held.</summary>
    Conference,
    /// <summary>Report and minutes have arrived.</summary>
    Minutes,
    /// <summary>The results are loaded; told by the store.</summary>
    Loaded,
    /// <summary>All results are compared with the minutes by a second person; told by the store.</summary>
    Verified,
}

/// <summary>Sets of steps.</summary>
public static class CoverageSteps
{
    static readonly string[] Codes = ["planned", "self-review", "conference", "minutes", "loaded", "verified"];

    public static IReadOnlyList<CoverageStep> All { get; } = Enum.GetValues<CoverageStep>();

    /// <summary>Those that somebody writes down; the others the store knows by itself.</summary>
    public static IReadOnlyList<CoverageStep> Recorded { get; } = [CoverageStep.Planned, CoverageStep.SelfReview, CoverageStep.Conference, CoverageStep.Minutes];

    /// <summary><c>planned</c>, <c>self-review</c>, <c>conference</c>, <c>minutes</c>, <c>loaded</c>, <c>verified</c>: in addresses, files and text keys.</summary>
    public static string Code(this CoverageStep step) => Codes[(int)step];

    public static CoverageStep? Parse(string? code) => All.Where(s => s.Code() == code).Select(s => (CoverageStep?)s).FirstOrDefault();
}

/// <summary>Somebody wrote down that a unit has taken a step of a round. Another day for it is another record.</summary>
public sealed class StepRecord
{
    public int Id { get; set; }
    public int RoundId { get; set; }
    public int UnitId { get; set; }
    public CoverageStep Step { get; set; }
    /// <summary>The day of the step; of <see cref="CoverageStep.Planned"/> the day the conference is planned for.</summary>
    public DateOnly On { get; set; }
    public string Note { get; set; } = "";
    /// <summary>When it was written down, UTC, and by whom.</summary>
    public DateTime At { get; set; }
    public required string By { get; set; }
    /// <summary>The file it came in by and its row there; null for what was recorded on a page.</summary>
    public int? ImportId { get; set; }
    public string? Sheet { get; set; }
    public int? RowNumber { get; set; }
    /// <summary>Taken back or replaced: UTC, and by whom; null while it stands.</summary>
    public DateTime? RemovedAt { get; set; }
    public string? RemovedBy { get; set; }
}
