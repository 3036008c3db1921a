using Analytics.Domain.Results;

namespace Analytics.Domain.Trends;

/// <summary>The part of a result that trends, standings, comparison sets and the quality of units are computed from.</summary>
readonly record struct ResultSums(
    int Id, int RoundId, int UnitId, int PositionId, int PersonId, bool Exempt, Counts Counts, double? PublishedLowPercent, double? PublishedHighPercent);
