namespace Analytics.Ingest.Samples;

/// <summary>One of the four posts of a commune; how much more or less low it draws than the city, at each end of the series.</summary>
/// <param name="First">Relative to the city's share in 2008.</param>
/// <param name="Last">Relative to the city's share in 2022.</param>
/// <param name="Recent">Relative to the city's share in 2024.</param>
/// <param name="Latest">Relative to the city's share in 2026.</param>
/// <param name="High">Share of the favourable ballots that say high, in three-option rounds.</param>
internal sealed record Post(
    string Code, string Vietnamese, string English, string Body, int Sort,
    double First, double Last, double Recent, double Latest, double High)
{
    public static Post CouncilChair { get; } =
        new("PC-CHAIR", "Chủ tịch HĐND", "Chair, People's Council", "HĐND", 1, 0.55, 0.83, 0.82, 0.71, 0.735);

    public static Post CouncilVice { get; } =
        new("PC-VICE", "Phó Chủ tịch HĐND", "Vice-Chair, People's Council", "HĐND", 2, 0.76, 0.82, 0.86, 0.80, 0.705);

    public static Post CommitteeChair { get; } =
        new("PPC-CHAIR", "Chủ tịch UBND", "Chair, People's Committee", "UBND", 3, 1.30, 1.25, 1.18, 1.24, 0.665);

    public static Post CommitteeVice { get; } =
        new("PPC-VICE", "Phó Chủ tịch UBND", "Vice-Chair, People's Committee", "UBND", 4, 1.32, 1.15, 1.14, 1.17, 0.65);

    public static IReadOnlyList<Post> All { get; } = [CouncilChair, CouncilVice, CommitteeChair, CommitteeVice];

    public bool OfCouncil => Body == "HĐND";

    public double Factor(int year) => year switch
    {
        2026 => Latest,
        2024 => Recent,
        _ => First + (Last - First) * (year - 2008) / 14,
    };
}
