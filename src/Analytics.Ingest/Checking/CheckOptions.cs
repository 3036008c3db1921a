namespace Analytics.Ingest.Checking;

/// <summary>What a check needs to know beyond the file and the store.</summary>
/// <param name="RoundCode">Round of result rows that name none (<c>--round</c>); null when not given.</param>
/// <param name="Today">The local date; ranges of dates are told from it.</param>
public sealed record CheckOptions(string? RoundCode, DateOnly Today);
