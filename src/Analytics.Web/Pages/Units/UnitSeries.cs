using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Unit = Analytics.Domain.Units.Unit;

namespace Analytics.Web.Pages.Units;

/// <summary>What stands under a unit's name in one round.</summary>
/// <param name="Units">Units as they were in the round whose results are added up.</param>
/// <param name="Officials">Those with a base; <paramref name="LeftOut"/> are the others, exempt or without one.</param>
sealed record SeriesCell(Round Round, int Units, int Officials, int LeftOut, long Base, long Low)
{
    public double? LowShare => Base > 0 ? (double)Low / Base : null;
}

/// <summary>A unit through the rounds.</summary>
/// <param name="Unit">As it was reported, or the unit of the day it went whole into.</param>
/// <param name="AreaName">Null above commune level.</param>
/// <param name="Divided">Within boundaries of a day: not part of any unit as a whole, so it stays under its own name.</param>
/// <param name="Complete">Within boundaries of a day: everything the unit was made from came whole.</param>
sealed record UnitSeries(Unit Unit, string? Area, string? AreaName, bool Divided, bool Complete, IReadOnlyList<SeriesCell> Cells)
{
    public SeriesCell? In(Round round) => Cells.FirstOrDefault(c => c.Round.Id == round.Id);
}

/// <summary>Units through the rounds of one level.</summary>
/// <param name="Day">The day whose boundaries are taken; null: each unit as it was.</param>
/// <param name="Present">Units of the level on the day, and how many of them have a complete series; 0 as reported.</param>
sealed record UnitSeriesView(
    DateOnly? Day, IReadOnlyList<Round> Rounds, IReadOnlyList<UnitSeries> Series, int Present, int Complete, IReadOnlyList<(string Code, string Name)> Areas) : IRowCount
{
    public int RowCount => Series.Count;

    public IEnumerable<UnitSeries> Divided => Series.Where(s => s.Divided);

    public ExportTable ToTable() => ExportTable.Of(Day is null ? "units-reported" : "units-today", Series.SelectMany(s => s.Cells, (s, c) => (Series: s, Cell: c)),
        ("unit", r => r.Series.Unit.Code), ("unit_name", r => r.Series.Unit.Name), ("valid_from", r => r.Series.Unit.ValidFrom), ("valid_to", r => r.Series.Unit.ValidTo), ("district", r => r.Series.Area),
        ("boundaries", _ => Day is null ? "reported" : "today"), ("complete", r => Day is null || r.Series.Divided ? null : r.Series.Complete), ("divided", r => r.Series.Divided),
        ("round", r => r.Cell.Round.Code), ("units", r => r.Cell.Units), ("officials", r => r.Cell.Officials), ("left_out", r => r.Cell.LeftOut),
        ("base", r => r.Cell.Base > 0 ? r.Cell.Base : null), ("low", r => r.Cell.Base > 0 ? r.Cell.Low : null), ("low_share", r => r.Cell.LowShare));
}

/// <param name="Level">The rounds of one level; those of another are no continuation.</param>
/// <param name="Today">Within the boundaries of the day looked at.</param>
/// <param name="District">Code of an area; empty for all.</param>
sealed record UnitSeriesQuery(UnitLevel Level, bool Today, string District) : IQuery<UnitSeriesView>
{
    public sealed class Handler(QueryContext context) : MediatR.RequestHandler<UnitSeriesQuery, UnitSeriesView>
    {
        protected override UnitSeriesView Handle(UnitSeriesQuery request)
        {
            var (reference, day) = (context.Reference, context.LookDay);
            var boundaries = request.Today ? new PresentBoundaries(reference.Units, day) : null;
            var rounds = reference.Rounds.Where(r => r.Level == request.Level).ToList();
            var reported = rounds.GroupBy(r => reference.RegimeOf(r).Base).SelectMany(g => Sums([.. g.Select(r => r.Id)], g.Key)).ToList();
            var series = reported.GroupBy(r => Named(r.Unit, r.Round, boundaries), (named, cells) => One(named, [.. cells], boundaries))
                .OrderBy(s => s.Divided).ThenBy(s => s.Area, StringComparer.Ordinal).ThenBy(s => s.Unit.Code, StringComparer.Ordinal).ThenBy(s => s.Unit.ValidFrom ?? DateOnly.MinValue).ToList();
            var areas = series.Where(s => s.Area is not null).Select(s => (s.Area!, s.AreaName!)).DistinctBy(a => a.Item1).OrderBy(a => a.Item1, StringComparer.Ordinal).ToList();
            var present = boundaries is null ? [] : reference.Units.All
                .Where(u => u.Level == request.Level && u.IsValidOn(day) && context.Viewer.Scope.Holds(u.Id) && IsIn(reference.Units.AreaOf(u, day))).ToList();
            return new(boundaries?.Day, rounds, series.FindAll(s => IsIn(s.Area)), present.Count, present.Count(u => boundaries!.IsComplete(u)), areas);

            bool IsIn(string? area) => request.District.Length == 0 || area == request.District;
        }

        sealed record Reported(Unit Unit, Round Round, int Officials, int LeftOut, long Base, long Low);

        IEnumerable<Reported> Sums(List<int> rounds, BallotBase kind)
        {
            var delegates = kind == BallotBase.Delegates;
            return context.Db.Results.Where(r => rounds.Contains(r.RoundId))
                .Select(r => new { r.UnitId, r.RoundId, Base = r.Exempt != null ? 0 : (delegates ? r.Delegates : r.Collected) ?? 0, Low = r.Low ?? 0 })
                .GroupBy(r => new { r.UnitId, r.RoundId })
                .Select(g => new { g.Key, All = g.Count(), Officials = g.Count(r => r.Base > 0), Base = g.Sum(r => (long)r.Base), Low = g.Sum(r => r.Base > 0 ? (long)r.Low : 0) })
                .AsEnumerable().Select(g => new Reported(context.Reference.Units.ById(g.Key.UnitId)!, context.Reference.Round(g.Key.RoundId)!, g.Officials, g.All - g.Officials, g.Base, g.Low));
        }

        /// <summary>The name a result is counted under. A merge or split that names a code makes another unit of it, which the date of the round tells.</summary>
        (Unit Unit, string Cluster, bool Divided) Named(Unit unit, Round round, PresentBoundaries? boundaries)
        {
            var units = context.Reference.Units;
            if (boundaries is null) return (unit, units.ClusterOf(unit, round.HeldFrom), false);
            return boundaries.Of(unit, round.HeldFrom) is { } present ? (present, "", false) : (unit, units.ClusterOf(unit, round.HeldFrom), true);
        }

        UnitSeries One((Unit Unit, string Cluster, bool Divided) named, List<Reported> results, PresentBoundaries? boundaries)
        {
            var units = context.Reference.Units;
            var latest = results.MaxBy(r => r.Round.HeldFrom)!.Round;
            var area = boundaries is null || named.Divided ? units.AreaOf(named.Unit, latest.HeldFrom) : units.AreaOf(named.Unit, boundaries.Day);
            var cells = results.GroupBy(r => r.Round.Id).Select(g => new SeriesCell(g.First().Round, g.Count(), g.Sum(r => r.Officials), g.Sum(r => r.LeftOut), g.Sum(r => r.Base), g.Sum(r => r.Low)))
                .OrderBy(c => c.Round.HeldFrom).ThenBy(c => c.Round.Code, StringComparer.Ordinal).ToList();
            return new(named.Unit, area, area is null ? null : units.Nearest(area, latest.HeldFrom)?.Name ?? area, named.Divided,
                boundaries is null || !named.Divided && boundaries.IsComplete(named.Unit), cells);
        }
    }
}
