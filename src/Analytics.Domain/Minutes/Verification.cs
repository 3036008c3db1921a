namespace Analytics.Domain.Minutes;

/// <summary>
/// A second person has compared one version of a result with the minutes (đã đối chiếu biên bản). A correction is another
/// version and waits anew.
/// </summary>
public sealed class Verification
{
    public int Id { get; set; }
    public int ResultId { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
    public required string By { get; set; }
    /// <summary>Number and date of the minutes, or where they are kept; may be empty.</summary>
    public string Document { get; set; } = "";
    /// <summary>Taken back: UTC, and by whom; null while it stands.</summary>
    public DateTime? RevokedAt { get; set; }
    public string? RevokedBy { get; set; }
}
