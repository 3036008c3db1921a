namespace Analytics.Domain.Briefings;

/// <summary>A rendered trend report in the archive.</summary>
public sealed class Briefing
{
    public int Id { get; set; }
    public required string Title { get; set; }
    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }
    /// <summary>The run that made it, unique: a run done twice leaves one briefing. Null when made by hand.</summary>
    public int? RunId { get; set; }
    /// <summary>Name of the schedule, or of the user who asked.</summary>
    public string By { get; set; } = "";
    public int RoundId { get; set; }
    public long DataVersion { get; set; }
    public string Language { get; set; } = "vi";
    /// <summary>Folder of the files below <c>briefings/</c>.</summary>
    public required string Folder { get; set; }
    public long HtmlBytes { get; set; }
    public long ZipBytes { get; set; }
    /// <summary>SHA-256 of the HTML file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; set; }
    /// <summary>SHA-256 of the ZIP file of pictures.</summary>
    public required string ZipSha256 { get; set; }
}
