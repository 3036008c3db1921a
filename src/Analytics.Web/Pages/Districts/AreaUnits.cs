using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Units;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Tables;

namespace Analytics.Web.Pages.Districts;

/// <summary>One unit of an area in a round. Shares are 0–1; null where nobody has a base or the unit has not reported.</summary>
/// <param name="FormerAreas">Names of the areas its predecessors lay in; more than one where it straddles them.</param>
sealed record AreaUnit(Unit Unit, bool Expected, bool Reported, IReadOnlyList<string> FormerAreas, int Officials, long Low, long Base)
{
    public double? LowShare => Base > 0 ? (double)Low / Base : null;

    /// <summary>A unit is one cluster, so its share takes the interval of a single proportion.</summary>
    public Interval? Interval => Base > 0 ? Wilson.Of(Low, Base) : null;

    public bool Straddles => FormerAreas.Count > 1;
}

sealed record AreaUnits(IReadOnlyList<AreaUnit> Units) : IRowCount
{
    public int RowCount => Units.Count;

    public ExportTable ToTable(string name) => ExportTable.Of(name, Units,
        ("unit", u => u.Unit.Code), ("unit_name", u => u.Unit.Name), ("reported", u => u.Reported), ("former_areas", u => string.Join("; ", u.FormerAreas)),
        ("straddles", u => u.Straddles), ("officials", u => u.Reported ? u.Officials : null), ("base", u => u.Base > 0 ? u.Base : null), ("low", u => u.Base > 0 ? u.Low : null),
        ("low_share", u => u.LowShare), ("low_lower", u => u.Interval?.Lower), ("low_upper", u => u.Interval?.Upper));
}

/// <summary>The units of an area that were due or reported in a round, by code. Figures only of units in the viewer's scope.</summary>
sealed record AreaUnitsQuery(string Area, string RoundCode) : IQuery<AreaUnits>;

sealed class AreaUnitsHandler(QueryContext context) : MediatR.RequestHandler<AreaUnitsQuery, AreaUnits>
{
    protected override AreaUnits Handle(AreaUnitsQuery request)
    {
        var (db, reference) = (context.Db, context.Reference);
        if (reference.Round(request.RoundCode) is not { } round) return new([]);
        var units = CoverageQuery.Of(db, reference, round).Units.Where(u => u.Area == request.Area).ToList();
        var ids = units.Select(u => u.Unit.Id).ToList();
        var delegates = reference.RegimeOf(round).Base == BallotBase.Delegates;
        var sums = db.Results
            .Where(r => r.RoundId == round.Id && ids.Contains(r.UnitId) && r.Exempt == null)
            .Select(r => new { r.UnitId, Base = delegates ? r.Delegates : r.Collected, Low = r.Low ?? 0 })
            .Where(r => r.Base > 0)
            .GroupBy(r => r.UnitId)
            .Select(g => new { UnitId = g.Key, Officials = g.Count(), Base = g.Sum(r => (long)r.Base!.Value), Low = g.Sum(r => (long)r.Low) })
            .ToDictionary(g => g.UnitId);
        return new(units.Select(u =>
        {
            var sum = sums.GetValueOrDefault(u.Unit.Id);
            var former = reference.Units.FormerAreas(u.Unit, round.HeldFrom).Select(code => reference.Units.Nearest(code, round.HeldFrom)?.Name ?? code).ToList();
            return new AreaUnit(u.Unit, u.Expected, u.Reported, former, sum?.Officials ?? 0, sum?.Low ?? 0, sum?.Base ?? 0);
        }).ToList());
    }
}
