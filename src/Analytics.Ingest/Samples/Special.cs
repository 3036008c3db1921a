namespace Analytics.Ingest.Samples;

/// <summary>
/// A row put into the sample on purpose, so that every page has its hard case to show. What is null is left as drawn.
/// </summary>
/// <param name="Number">The commune's place in its area.</param>
internal sealed record Special(string Id, int Year, string Area, int Number, Post Post, string Vietnamese, string English)
{
    public int Place { get; init; } = 1;
    /// <summary>Ballots collected at the commune's conference, for all its officials.</summary>
    public int? Collected { get; init; }
    public int? Low { get; init; }
    /// <summary>At least this share of low ballots: an official at the threshold.</summary>
    public double? LowShare { get; init; }
    public int? Valid { get; init; }
    /// <summary>Ballots that leave this name unmarked.</summary>
    public int Blank { get; init; }
    public string? Status { get; init; }
    public string? Name { get; init; }
    public int? Born { get; init; }
    public bool Decomposed { get; init; }
    public DateOnly? HeldOn { get; init; }
    /// <summary>Added to the true share, in points, before it is printed.</summary>
    public double? PublishedError { get; init; }
    public bool PublishedTruncated { get; init; }

    public bool IsAt(Commune commune, int year) =>
        Year == year && Number == commune.Number && Area == commune.Area.Name;

    public bool IsAt(Seat seat, int year) => IsAt(seat.Commune, year) && Post == seat.Post && Place == seat.Place;

    public static bool NeedsTwoVices(Commune commune) =>
        Specials.All.Any(special => special.Place == 2 && special.IsAt(commune, 2026));
}
