using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics.Withholding;
using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Trends;

/// <summary>
/// Which groups of a round have no figures in what leaves the house. It is decided over the whole round, one way for every
/// page, filter and viewer: two papers with different groups withheld would together give away what each keeps.
/// </summary>
public sealed class WithheldGroups
{
    readonly Withheld withheld;

    WithheldGroups(Withheld withheld) => this.withheld = withheld;

    public bool HidesSomePost => withheld.Posts.Count > 0;

    public bool HidesSomeCity => withheld.Cities.Count > 0;

    public bool Hides(TrendBy by, string key, string position) => by switch
    {
        TrendBy.City => withheld.Cities.Contains(key),
        TrendBy.District => withheld.Areas.Contains(key),
        TrendBy.Position => withheld.Posts.Contains(key),
        TrendBy.DistrictPosition => withheld.Cells.Contains((key, position)),
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "Figures of single units do not leave the house."),
    };

    public bool Hides(Snapshot group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return Hides(group.By, group.Key, group.Position);
    }

    /// <summary>Decides from the stored groups, and from the results of units of no area where there are such officials.</summary>
    public static WithheldGroups Of(AnalyticsDb db, ReferenceData reference, Round round)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(round);
        var cells = InAreas(db, reference, round);
        if (cells.Sum(c => c.Officials) < TrendQuery.AllOfRound(db, TrendBy.Position, round.Id).Sum(s => s.Officials)) cells.AddRange(OfNoArea(db, reference, round));
        return new(SmallNumbers.Of(cells));
    }

    static List<PartitionCell> InAreas(AnalyticsDb db, ReferenceData reference, Round round)
    {
        var cities = TrendQuery.AllOfRound(db, TrendBy.City, round.Id).Where(s => s.Officials > 0).Select(s => s.Key).ToList();
        string CityOf(string area) => cities.Count == 1 ? cities[0]
            : reference.Units.Nearest(area, round.HeldFrom) is { } unit ? reference.Units.CityOf(unit, round.HeldFrom) ?? "" : "";
        return TrendQuery.AllOfRound(db, TrendBy.DistrictPosition, round.Id).Where(s => s.Officials > 0)
            .OrderBy(s => s.Key, StringComparer.Ordinal).ThenBy(s => s.Position, StringComparer.Ordinal)
            .Select(s => new PartitionCell(CityOf(s.Key), s.Key, s.Position, s.Officials)).ToList();
    }

    static IEnumerable<PartitionCell> OfNoArea(AnalyticsDb db, ReferenceData reference, Round round)
    {
        var ballotBase = reference.RegimeOf(round).Base;
        var units = reference.Units.All.Where(u => reference.Units.AreaOf(u, round.HeldFrom) is null).Select(u => u.Id).ToList();
        return db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).AsNoTracking()
            .Where(r => r.RoundId == round.Id && r.Exempt == null && units.Contains(r.UnitId) && (ballotBase == BallotBase.Delegates ? r.Delegates : r.Collected) > 0)
            .GroupBy(r => new { r.UnitId, r.PositionId }).Select(g => new { g.Key.UnitId, g.Key.PositionId, Officials = g.Count() }).AsEnumerable()
            .GroupBy(g => (City: reference.Units.CityOf(reference.Units.ById(g.UnitId)!, round.HeldFrom) ?? "", Post: reference.Position(g.PositionId)!.Code))
            .OrderBy(g => g.Key.City, StringComparer.Ordinal).ThenBy(g => g.Key.Post, StringComparer.Ordinal)
            .Select(g => new PartitionCell(g.Key.City, "", g.Key.Post, g.Sum(x => x.Officials)));
    }
}
