namespace Analytics.Domain.Units;

/// <summary>Kind of a reorganisation: what became of a unit on a date.</summary>
public enum UnitChangeKind
{
    Merge,
    Split,
    Rename,
    Retype,
    Move,
    Dissolve,
    Create,
}

/// <summary>
/// One source and target of a reorganisation. The source is the unit valid the day before
/// <see cref="EffectiveDate"/>, the target the one valid on it; both may carry the same code.
/// </summary>
public sealed class UnitChange
{
    public int Id { get; set; }
    public DateOnly EffectiveDate { get; set; }
    public UnitChangeKind Kind { get; set; }
    public string? FromCode { get; set; }
    public string? ToCode { get; set; }
    /// <summary>False where only a part of the source went to the target.</summary>
    public bool Whole { get; set; }
    public string Document { get; set; } = "";
}
