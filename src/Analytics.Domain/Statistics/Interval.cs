namespace Analytics.Domain.Statistics;

/// <summary>
/// A 95 % interval. For a share both ends are shares between 0 and 1; for a change or a slope they are differences of
/// shares (per year for a slope) and may be negative. <c>Lower ≤ Upper</c>.
/// </summary>
/// <remarks>
/// It says how much of a difference could be chance. It never decides a legal standing: that is integers against a rule.
/// </remarks>
public readonly record struct Interval(double Lower, double Upper);
