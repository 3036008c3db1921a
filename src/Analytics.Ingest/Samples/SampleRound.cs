using System.Globalization;

namespace Analytics.Ingest.Samples;

/// <summary>A round of the fictional city and the share of low (or no-confidence) ballots it should come to.</summary>
internal sealed record SampleRound(int Year, double LowShare)
{
    /// <summary>Every two years, as the directive asks: eight two-option rounds, then two with three options.</summary>
    public static IReadOnlyList<SampleRound> All { get; } =
    [
        new(2008, 0.079), new(2010, 0.074), new(2012, 0.076), new(2014, 0.068),
        new(2016, 0.061), new(2018, 0.057), new(2020, 0.059), new(2022, 0.052),
        new(2024, 0.035), new(2026, 0.041),
    ];

    public string Code => $"GD-{Year.ToString(CultureInfo.InvariantCulture)}";

    public bool ThreeOptions => Year >= 2024;

    public string Regime => ThreeOptions ? "CITY-2026" : "VFF-2007";

    /// <summary>After the reorganisation of 1 July 2025: the new communes, with more voters and sometimes two vice-chairs.</summary>
    public bool After => Year >= 2026;

    public DateOnly HeldFrom => After ? new(Year, 10, 1) : new(Year, 12, 1);

    public DateOnly HeldTo => After ? new(Year, 10, 31) : new(Year, 12, 31);

    public DateOnly Due => After ? new(Year, 11, 10) : new(Year + 1, 1, 15);

    public string ResultsFile => $"results-{Year.ToString(CultureInfo.InvariantCulture)}.csv";

    /// <summary>The election a new term began with, when this is the first round of the term.</summary>
    public DateOnly? NewTerm => Year switch
    {
        2012 => new(2011, 5, 22),
        2016 => new(2016, 5, 22),
        2022 => new(2021, 5, 23),
        _ => null,
    };
}
