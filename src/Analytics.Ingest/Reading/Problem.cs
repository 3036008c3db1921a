namespace Analytics.Ingest.Reading;

/// <summary>Whether a problem keeps rows out.</summary>
public enum Severity
{
    /// <summary>The row, or the whole file, is refused.</summary>
    Error,

    /// <summary>Told, never blocks.</summary>
    Warning,
}

/// <summary>One thing wrong with a file: what was found, what was expected, and where, in both languages.</summary>
/// <param name="Sheet">Sheet of a workbook; null for a CSV or where the whole file is meant.</param>
/// <param name="Row">Line as a person sees it (header = 1 in a plain CSV); null for a problem of the whole file.</param>
/// <param name="Column">The contract's name of the column; null for a problem of the whole file or row.</param>
/// <param name="Value">What was found, where a single value is to blame; for <c>missing-column</c> the contract's name that is
/// missing, for <c>unknown-column</c> and <c>duplicate-column</c> the headers, for <c>ignored-sheet</c> and <c>hidden-rows</c> the sheets or rows.</param>
/// <param name="Rule">The contract's rule, such as <c>missing-column</c>.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="MessageVi">The message in Vietnamese.</param>
/// <param name="MessageEn">The message in English.</param>
public sealed record Problem(
    string? Sheet, int? Row, string? Column, string? Value, string Rule, Severity Severity, string MessageVi, string MessageEn);
