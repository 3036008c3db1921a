namespace Analytics.Domain.Minutes;

/// <summary>A scan or photograph of the minutes (biên bản kiểm phiếu) of one unit in one round.</summary>
public sealed class MinutesScan
{
    public int Id { get; set; }
    public int RoundId { get; set; }
    public int UnitId { get; set; }
    /// <summary>The name it was sent under; shown, never used as a path.</summary>
    public required string FileName { get; set; }
    /// <summary><c>application/pdf</c>, <c>image/jpeg</c> or <c>image/png</c>, told by its content.</summary>
    public required string ContentType { get; set; }
    public required string Sha256 { get; set; }
    public long Bytes { get; set; }
    /// <summary>Name below <c>minutes/</c>.</summary>
    public required string StoredName { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
    public required string By { get; set; }
    /// <summary>No longer shown: UTC, and by whom. The file stays.</summary>
    public DateTime? RemovedAt { get; set; }
    public string? RemovedBy { get; set; }
}
