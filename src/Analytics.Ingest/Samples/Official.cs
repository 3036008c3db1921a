namespace Analytics.Ingest.Samples;

/// <summary>An invented person. Special instances rename a few after the posts are filled.</summary>
internal sealed class Official
{
    public required string Name { get; set; }

    /// <summary>Blank for some, as in real lists.</summary>
    public string? Code { get; set; }

    public int? Born { get; set; }

    /// <summary>How much more or less low this person draws than others in the post; 1 is usual.</summary>
    public required double Standing { get; init; }

    /// <summary>One of those who hardly ever draw a low ballot.</summary>
    public required bool WellLiked { get; init; }
}

/// <summary>A post of a commune in one round: who holds it and whether a vote is due (the roster's words).</summary>
/// <param name="Place">1, or 2 for a second vice-chair of the committee.</param>
internal sealed record Seat(
    Commune Commune, Post Post, int Place, Official? Holder, DateOnly? Since, string Status = "due", string? Reason = null);
