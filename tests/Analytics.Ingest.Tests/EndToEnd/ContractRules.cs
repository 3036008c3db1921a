using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>The contract's table of rules, written down a second time.</summary>
static class ContractRules
{
    static readonly string[] Errors =
    [
        "unreadable-file", "unknown-kind", "missing-column", "duplicate-column", "empty-file",
        "unknown-round", "unknown-unit", "ambiguous-unit", "unit-not-valid-then", "unknown-position", "ambiguous-position", "position-not-covered", "level-not-covered",
        "missing-value", "bad-number", "negative", "bad-date", "date-out-of-range", "bad-word", "too-long", "control-character",
        "collected-over-issued", "valid-over-collected", "valid-invalid-mismatch", "levels-over-valid", "counts-over-base", "options-mismatch", "exempt-with-counts",
        "duplicate-row", "conflicts-with-loaded", "unknown-parent", "overlapping-validity", "bad-period", "unknown-regime",
    ];

    static readonly string[] Warnings =
    [
        "base-missing", "levels-under-valid", "issued-not-present", "published-differs", "outside-round-dates", "outside-regime-dates", "exemption-differs",
        "unknown-column", "ignored-sheet", "hidden-rows", "name-variant", "second-holder",
    ];

    public static readonly IReadOnlyDictionary<string, Severity> SeverityOf =
        Errors.Select(r => (r, Severity.Error)).Concat(Warnings.Select(r => (r, Severity.Warning))).ToDictionary();
}
