namespace Analytics.Domain.Audit;

/// <summary>One view or export of named data, or one action of a user. Holds ids and counts, never a person's name.</summary>
public sealed class AuditEntry
{
    public long Id { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
    public required string User { get; set; }
    /// <summary>view, export, import, sign-in, sign-in-failed, sign-out, download …</summary>
    public required string Action { get; set; }
    /// <summary>Path and query of the address, or the object concerned.</summary>
    public required string Target { get; set; }
    /// <summary>How many named rows were shown; null where it does not apply.</summary>
    public int? Rows { get; set; }
    /// <summary>Identifier the spool gave the entry, so that one flushed twice is stored once.</summary>
    public required string EntryKey { get; set; }
}
