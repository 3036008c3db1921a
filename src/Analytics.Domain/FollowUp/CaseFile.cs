namespace Analytics.Domain.FollowUp;

/// <summary>A file that belongs to a case: a document, a letter, a photograph.</summary>
public sealed class CaseFile
{
    public int Id { get; set; }
    public int CaseId { get; set; }
    /// <summary>The name it was sent under; shown, never used as a path.</summary>
    public required string FileName { get; set; }
    /// <summary>Media type, told by its content.</summary>
    public required string ContentType { get; set; }
    public required string Sha256 { get; set; }
    public long Bytes { get; set; }
    /// <summary>Name below <c>cases/</c>.</summary>
    public required string StoredName { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
    public required string By { get; set; }
    /// <summary>No longer shown: UTC, and by whom; the reason stands in the timeline. The file stays.</summary>
    public DateTime? RemovedAt { get; set; }
    public string? RemovedBy { get; set; }
}
