using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Trends;

/// <summary>How the officials of one post, or of one city, spread over the bands and over what the rule says.</summary>
/// <param name="Officials">All results: with a base, without one, exempt.</param>
/// <param name="Exempt">Not put to the vote.</param>
/// <param name="Undetermined">Put to the vote, but the base the rule asks for is missing.</param>
/// <param name="Bands">Officials with a base by band of <see cref="FavourableBands"/>; they add up to <see cref="WithBase"/>.</param>
/// <param name="Standings">Officials at a threshold, by the contract's code.</param>
public sealed record Distribution(int Officials, int Exempt, int Undetermined, IReadOnlyList<int> Bands, IReadOnlyDictionary<string, int> Standings)
{
    public int WithBase => Officials - Exempt - Undetermined;
    public int AtThreshold => Standings.Values.Sum();
}

/// <summary>A round's officials by post and by city. It holds no names, so it is the same for every viewer of aggregates.</summary>
public sealed record RoundDistribution(IReadOnlyDictionary<string, Distribution> ByPosition, IReadOnlyDictionary<string, Distribution> ByCity, Distribution All)
{
    sealed record Official(string Position, string City, bool Exempt, int? Base, int Favourable, string? Standing);

    public static RoundDistribution Of(AnalyticsDb db, ReferenceData reference, Round round, FavourableBands bands)
    {
        var regime = reference.RegimeOf(round);
        var results = db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(r => r.RoundId == round.Id);
        var standings = db.ThresholdMarks.IgnoreQueryFilters([AnalyticsDb.ScopeFilter])
            .Where(m => m.RoundId == round.Id).ToDictionary(m => m.ResultId, m => m.Standing);
        var officials = results
            .Select(r => new { r.Id, r.PositionId, r.UnitId, Exempt = r.Exempt != null, r.Delegates, r.Collected, r.High, r.Middle })
            .AsEnumerable()
            .Select(r =>
            {
                var counts = new Counts(r.Delegates, null, null, null, r.Collected, null, null, r.High, r.Middle, null);
                return new Official(reference.Position(r.PositionId)!.Code, reference.Units.CityOf(reference.Units.ById(r.UnitId)!, round.HeldFrom) ?? "",
                    r.Exempt, counts.Base(regime.Base), counts.Favourable ?? 0, standings.GetValueOrDefault(r.Id));
            })
            .ToList();
        return new(By(officials, o => o.Position, bands), By(officials, o => o.City, bands), Count(officials, bands));
    }

    static Dictionary<string, Distribution> By(List<Official> officials, Func<Official, string> key, FavourableBands bands) =>
        officials.GroupBy(key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => Count(g.ToList(), bands), StringComparer.Ordinal);

    static Distribution Count(List<Official> officials, FavourableBands bands)
    {
        var counts = new int[bands.Count];
        foreach (var official in officials)
            if (official is { Exempt: false, Base: { } ballots }) counts[bands.Of(official.Favourable, ballots)]++;
        return new(officials.Count, officials.Count(o => o.Exempt), officials.Count(o => !o.Exempt && o.Base is null), counts,
            officials.Where(o => o.Standing is not null).GroupBy(o => o.Standing!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal));
    }
}
