namespace Analytics.Domain.Storage;

/// <summary>The one row that says which state of the store is published.</summary>
public sealed class StoreState
{
    public int Id { get; set; } = 1;
    /// <summary>The published version of results, rosters and snapshots.</summary>
    public long DataVersion { get; set; }
    /// <summary>Raised by everything else a page shows: reference data, users' work, settings.</summary>
    public long WorkVersion { get; set; }
    /// <summary>Version of the formulas the snapshots were computed with.</summary>
    public int FormulaVersion { get; set; }
}

/// <summary>When a data version became visible; as-known-at a date is the last version published by then.</summary>
public sealed class Publication
{
    public long Version { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
}
