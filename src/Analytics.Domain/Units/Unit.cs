namespace Analytics.Domain.Units;

/// <summary>
/// One version of an administrative unit. Codes are reused for other areas, so identity is the code together with its
/// validity: <see cref="ValidFrom"/> inclusive (null: always was), <see cref="ValidTo"/> exclusive (null: still is).
/// </summary>
public sealed class Unit
{
    public int Id { get; set; }
    public required string Code { get; set; }
    public required string Name { get; set; }
    public required string NameFolded { get; set; }
    public required string SortKey { get; set; }
    /// <summary>The kind word printed before the name: Quận, Huyện, Phường, Xã … Empty when not given.</summary>
    public string Kind { get; set; } = "";
    public UnitLevel Level { get; set; }
    /// <summary>Code of the unit above; it means whichever version of that code is valid at the date asked about.</summary>
    public string? ParentCode { get; set; }
    /// <summary>Code of the (former) district a commune is counted under when no district stands above it.</summary>
    public string? AreaCode { get; set; }
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }

    public bool IsValidOn(DateOnly date) => (ValidFrom is null || ValidFrom <= date) && (ValidTo is null || date < ValidTo);

    /// <summary>The date nearest to <paramref name="date"/> at which this version is valid.</summary>
    public DateOnly Clamp(DateOnly date)
    {
        if (ValidFrom > date) return ValidFrom.Value;
        return ValidTo <= date ? ValidTo.Value.AddDays(-1) : date;
    }
}
