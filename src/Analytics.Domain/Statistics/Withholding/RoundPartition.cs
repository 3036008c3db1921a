namespace Analytics.Domain.Statistics.Withholding;

/// <summary>
/// Officials with a base in one cell of a round's partition: one city, one area, one post. What is given out of a round are
/// figures of cells that lie in an area, and of sums by area, post and city.
/// </summary>
/// <param name="City">Empty for those counted in no city.</param>
/// <param name="Area">Empty for those of no area; an area lies in one city.</param>
/// <param name="Officials">1 or more; where there is nobody there is no cell.</param>
public readonly record struct PartitionCell(string City, string Area, string Post, int Officials);

/// <summary>What of a round is not given out: cells by area and post, and sums.</summary>
public sealed record Withheld(
    IReadOnlySet<(string Area, string Post)> Cells, IReadOnlySet<string> Areas, IReadOnlySet<string> Posts, IReadOnlySet<string> Cities);
