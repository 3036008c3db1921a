namespace Analytics.Ingest.Samples;

/// <summary>One row of a results file: the seat, the conference, and what the ballots said. Counts are null for the exempt.</summary>
/// <param name="Middle">Confidence on three-option ballots.</param>
internal sealed record Outcome(Seat Seat, Meeting Meeting, int? Valid, int? High, int? Middle, int? Low)
{
    /// <summary>As printed, with a decimal comma; null where nothing was printed.</summary>
    public string? PublishedLow { get; init; }

    public Special? Special { get; init; }

    public bool Exempt => Seat.Status == "exempt";

    public int? Favourable => Exempt ? null : High + Middle;
}
