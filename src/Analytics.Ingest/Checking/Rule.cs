namespace Analytics.Ingest.Checking;

/// <summary>The contract's names of the rules that rows are checked against.</summary>
internal static class Rule
{
    public const string MissingColumn = "missing-column";
    public const string UnknownRound = "unknown-round";
    public const string UnknownUnit = "unknown-unit";
    public const string AmbiguousUnit = "ambiguous-unit";
    public const string UnitNotValidThen = "unit-not-valid-then";
    public const string UnknownPosition = "unknown-position";
    public const string AmbiguousPosition = "ambiguous-position";
    public const string PositionNotCovered = "position-not-covered";
    public const string LevelNotCovered = "level-not-covered";
    public const string MissingValue = "missing-value";
    public const string BadNumber = "bad-number";
    public const string Negative = "negative";
    public const string BadDate = "bad-date";
    public const string DateOutOfRange = "date-out-of-range";
    public const string BadWord = "bad-word";
    public const string TooLong = "too-long";
    public const string ControlCharacter = "control-character";
    public const string CollectedOverIssued = "collected-over-issued";
    public const string ValidOverCollected = "valid-over-collected";
    public const string ValidInvalidMismatch = "valid-invalid-mismatch";
    public const string LevelsOverValid = "levels-over-valid";
    public const string CountsOverBase = "counts-over-base";
    public const string OptionsMismatch = "options-mismatch";
    public const string ExemptWithCounts = "exempt-with-counts";
    public const string DuplicateRow = "duplicate-row";
    public const string UnknownParent = "unknown-parent";
    public const string OverlappingValidity = "overlapping-validity";
    public const string BadPeriod = "bad-period";
    public const string UnknownRegime = "unknown-regime";
    public const string BaseMissing = "base-missing";
    public const string LevelsUnderValid = "levels-under-valid";
    public const string IssuedNotPresent = "issued-not-present";
    public const string PublishedDiffers = "published-differs";
    public const string OutsideRoundDates = "outside-round-dates";
    public const string OutsideRegimeDates = "outside-regime-dates";
    public const string ExemptionDiffers = "exemption-differs";
}
