namespace Analytics.Domain.Results;

/// <summary>
/// One official's result in one round, as a version: visible from <see cref="FromVersion"/> until before
/// <see cref="ToVersion"/>. Rows are never updated in place or deleted; a correction closes one and opens another.
/// </summary>
public sealed class Result
{
    public int Id { get; set; }
    /// <summary>Id of the first version of this result: the order of files and rows at first load, kept by corrections.</summary>
    public int Sequence { get; set; }
    public int RoundId { get; set; }
    public int UnitId { get; set; }
    public int PositionId { get; set; }
    public int PersonId { get; set; }
    /// <summary>Identity within round, unit and post: <c>c:code</c>, else <c>n:folded name|born</c>.</summary>
    public required string OfficialKey { get; set; }
    /// <summary>The name as this row wrote it, NFC.</summary>
    public required string OfficialName { get; set; }
    public DateOnly? HeldOn { get; set; }

    public int? Delegates { get; set; }
    public int? Invited { get; set; }
    public int? Present { get; set; }
    public int? Issued { get; set; }
    public int? Collected { get; set; }
    public int? Valid { get; set; }
    public int? Invalid { get; set; }
    public int? High { get; set; }
    /// <summary>"Confidence": the middle of three options, the first of two.</summary>
    public int? Middle { get; set; }
    /// <summary>"Low confidence" of three options, "no confidence" of two.</summary>
    public int? Low { get; set; }

    /// <summary>The reason why no vote was taken on this official; null when one was.</summary>
    public string? Exempt { get; set; }
    /// <summary>Percent 0–100 as printed in the source, kept beside the recomputed share.</summary>
    public double? PublishedLowPercent { get; set; }
    public double? PublishedHighPercent { get; set; }
    public string Note { get; set; } = "";
    public string Source { get; set; } = "";
    /// <summary>Cells of unknown columns, kept as a JSON object; null when there were none.</summary>
    public string? Extra { get; set; }

    public int ImportId { get; set; }
    public string? Sheet { get; set; }
    /// <summary>Line in the file as a person sees it.</summary>
    public int RowNumber { get; set; }
    public long FromVersion { get; set; }
    public long? ToVersion { get; set; }
    public string? CloseReason { get; set; }

    public Counts Counts => new(Delegates, Invited, Present, Issued, Collected, Valid, Invalid, High, Middle, Low);
}
