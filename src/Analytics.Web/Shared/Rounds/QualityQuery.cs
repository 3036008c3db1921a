using System.Globalization;
using Analytics.Domain.Minutes;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Shared.Rounds;

/// <summary>A unit whose minutes are worth a second look.</summary>
/// <param name="At">Day of the round, for the address of the unit.</param>
/// <param name="SameCounts">Three officials or more have the very same counts.</param>
/// <param name="EqualTo">Names of units with the same figures throughout.</param>
sealed record NotedUnit(string Code, string Name, string At, bool SameCounts, IReadOnlyList<string> EqualTo);

/// <summary>How good the figures of a round, of one area in it or of one unit are. Counts of officials; people for invited and present.</summary>
/// <param name="Present">Of the units that say both, likewise <paramref name="Invited"/>.</param>
/// <param name="NotedCount">Units with a note; those within the viewer's scope are listed, a few of them.</param>
sealed record RoundQuality(int Officials, int Complete, int Reconciled, int Published, int Confirmed, int Invited, int Present, int NotedCount, IReadOnlyList<NotedUnit> Noted);

/// <param name="Area">Code of the area; empty for the whole round.</param>
/// <param name="Unit">Id of the unit version; null for all.</param>
sealed record QualityQuery(string Round, string Area = "", int? Unit = null) : IQuery<RoundQuality>
{
    const int MostNoted = 12;

    public sealed class Handler(QueryContext context) : RequestHandler<QualityQuery, RoundQuality>
    {
        protected override RoundQuality Handle(QualityQuery request)
        {
            var round = context.Reference.Round(request.Round)!;
            // Sums name nobody and are the same for every viewer of aggregates; the list of units is the viewer's own.
            var all = context.Db.UnitQuality.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(q => q.RoundId == round.Id && q.Officials > 0);
            var wanted = all;
            if (request.Unit is { } unit) wanted = context.Db.UnitQuality.Where(q => q.RoundId == round.Id && q.UnitId == unit);
            else if (request.Area.Length > 0)
            {
                var units = UnitsOf(request.Area, round);
                wanted = all.Where(q => units.Contains(q.UnitId));
            }
            var sums = wanted.GroupBy(q => 1).Select(g => new
            {
                Officials = g.Sum(q => q.Officials),
                Complete = g.Sum(q => q.Complete),
                Reconciled = g.Sum(q => q.Reconciled),
                Published = g.Sum(q => q.Published),
                Confirmed = g.Sum(q => q.Confirmed),
                Invited = g.Sum(q => q.Present == null ? 0 : q.Invited ?? 0),
                Present = g.Sum(q => q.Invited == null ? 0 : q.Present ?? 0),
            }).SingleOrDefault();
            if (sums is null) return new(0, 0, 0, 0, 0, 0, 0, 0, []);
            var noted = wanted.Where(q => q.SameCounts || (q.Fingerprint != null && all.Any(o => o.Fingerprint == q.Fingerprint && o.UnitId != q.UnitId)));
            return new(sums.Officials, sums.Complete, sums.Reconciled, sums.Published, sums.Confirmed, sums.Invited, sums.Present, noted.Count(), Listed(noted, all, round));
        }

        List<int> UnitsOf(string area, Round round)
        {
            var book = context.Reference.Units;
            return book.All.Where(u => u.IsValidOn(round.HeldFrom) && book.AreaOf(u, round.HeldFrom) == area).Select(u => u.Id).ToList();
        }

        List<NotedUnit> Listed(IQueryable<UnitQuality> noted, IQueryable<UnitQuality> all, Round round)
        {
            var book = context.Reference.Units;
            var rows = noted.OrderBy(q => q.UnitId).AsEnumerable().Where(q => context.Viewer.Scope.Holds(q.UnitId)).Take(MostNoted).ToList();
            return rows.Select(q => new NotedUnit(
                    book.ById(q.UnitId)!.Code, book.ById(q.UnitId)!.Name, round.HeldFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), q.SameCounts,
                    q.Fingerprint is null ? [] : all.Where(o => o.Fingerprint == q.Fingerprint && o.UnitId != q.UnitId).OrderBy(o => o.UnitId).Select(o => o.UnitId).Take(5).AsEnumerable()
                        .Select(id => book.ById(id)!.Name).ToList()))
                .OrderBy(n => n.Code, StringComparer.Ordinal).ToList();
        }
    }
}
