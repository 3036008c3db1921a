namespace Analytics.Domain.FollowUp;

/// <summary>Filters of the queue that somebody keeps under a name of their own.</summary>
public sealed class SavedView
{
    public const int LongestName = 60, LongestQuery = 500, MostOfOne = 30;

    public int Id { get; set; }
    /// <summary>User name of whose it is.</summary>
    public required string User { get; set; }
    public required string Name { get; set; }
    /// <summary>The query of the address, <c>?</c> first; empty: the whole queue.</summary>
    public required string Query { get; set; }
}
