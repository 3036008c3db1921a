namespace Analytics.Domain.Briefings;

public enum ReportKind
{
    /// <summary>The summing-up report (báo cáo tổng kết).</summary>
    SummingUp,
    /// <summary>The summary on one page (báo cáo tóm tắt).</summary>
    Summary,
}

/// <summary>The way of a report from draft to paper.</summary>
public enum ReportStage
{
    /// <summary>Being written: <c>Dự thảo lần n</c>.</summary>
    Draft,
    /// <summary>Sent to the Fatherland Front for its opinions.</summary>
    Opinions,
    /// <summary>Laid before who signs.</summary>
    ForSignature,
    /// <summary>The registry gave number and date.</summary>
    Numbered,
    /// <summary>Issued, and frozen.</summary>
    Issued,
}

/// <summary>A report of a round on its way. Issued, nothing of it changes any more.</summary>
public sealed class RoundReport
{
    public int Id { get; set; }
    public int RoundId { get; set; }
    public ReportKind Kind { get; set; }
    public ReportStage Stage { get; set; }
    /// <summary>Number of the draft, from 1.</summary>
    public int Draft { get; set; } = 1;
    /// <summary>As the registry gave it; null before.</summary>
    public int? Number { get; set; }
    /// <summary>The day printed on it; null before.</summary>
    public DateOnly? SignedOn { get; set; }
    public DateTime CreatedAt { get; set; }
    public required string CreatedBy { get; set; }
}

/// <summary>Something that happened to a report, with the file as it was then, where one was kept.</summary>
public sealed class ReportEvent
{
    public int Id { get; set; }
    public int ReportId { get; set; }
    public ReportStage Stage { get; set; }
    public int Draft { get; set; }
    /// <summary>Opinions received, or a remark.</summary>
    public string Note { get; set; } = "";
    /// <summary>The version of the figures the file was made from; null without a file.</summary>
    public long? DataVersion { get; set; }
    /// <summary>Of the file's bytes, hex in lower case; null without a file.</summary>
    public string? Sha256 { get; set; }
    /// <summary>Below the folder of briefings; null without a file.</summary>
    public string? File { get; set; }
    public DateTime At { get; set; }
    public required string By { get; set; }
}
