namespace Analytics.Domain.Annotations;

/// <summary>
/// What happened on a day in a city, area or unit and helps to read its trends (ghi chú trên trục thời gian): printed on every chart of that
/// place that has a time axis. Never changed in place: a correction takes one back and writes another.
/// </summary>
public sealed class Annotation
{
    public const int LongestText = 120;

    public int Id { get; set; }
    public DateOnly On { get; set; }
    /// <summary>Code of the city, area or unit it speaks of; all versions of a code are one place.</summary>
    public required string Place { get; set; }
    public required string TextVi { get; set; }
    /// <summary>Empty: the Vietnamese text stands on English pages too.</summary>
    public string TextEn { get; set; } = "";
    /// <summary>When it was written down, UTC, and by whom.</summary>
    public DateTime At { get; set; }
    public required string By { get; set; }
    /// <summary>Taken back: UTC, and by whom.</summary>
    public DateTime? RemovedAt { get; set; }
    public string? RemovedBy { get; set; }

    public string Text(bool english) => english && TextEn.Length > 0 ? TextEn : TextVi;

    /// <summary>Whether it stood at the end of a look; null: now.</summary>
    public bool StoodAt(DateTime? end) => end is { } moment ? At < moment && !(RemovedAt < moment) : RemovedAt is null;
}
