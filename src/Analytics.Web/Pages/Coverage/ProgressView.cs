using Analytics.Domain.Coverage;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Tables;
using MediatR;

namespace Analytics.Web.Pages.Coverage;

/// <summary>How far the units have come that a viewer may see, with who is later than usual among them.</summary>
/// <param name="AreaNames">Name by area code.</param>
sealed record ProgressView(RoundProgress Progress, IReadOnlyList<Silence> Silent, IReadOnlyDictionary<string, string> AreaNames) : IRowCount
{
    public int RowCount => Progress.Units.Count;

    readonly HashSet<int> silentUnits = Silent.Select(s => s.Unit.Unit.Id).ToHashSet();

    public bool IsSilent(UnitProgress unit) => silentUnits.Contains(unit.Unit.Id);

    public string? AreaName(UnitProgress unit) => unit.Area is { } code ? AreaNames[code] : null;
}

/// <param name="Round">Code of a round that exists.</param>
sealed record ProgressViewQuery(string Round) : IQuery<ProgressView>
{
    public sealed class Handler(QueryContext context) : RequestHandler<ProgressViewQuery, ProgressView>
    {
        protected override ProgressView Handle(ProgressViewQuery request)
        {
            var (db, reference) = (context.Db, context.Reference);
            var round = reference.Round(request.Round) ?? throw new InvalidOperationException($"There is no round {request.Round}.");
            var all = ProgressQuery.Of(db, reference, round, context.LookDay, context.LookEnd);
            var scope = context.Viewer.Scope;
            var progress = scope.AllUnits || scope.AllAreas ? all : all.Of(u => scope.Holds(u.Unit.Id));
            var areas = progress.Units.Select(u => u.Area).OfType<string>().Distinct()
                .ToDictionary(code => code, code => reference.Units.Nearest(code, round.HeldFrom)?.Name ?? code, StringComparer.Ordinal);
            return new(progress, ReceivedDays.Silent(db, reference, progress, context.LookEnd), areas);
        }
    }
}

/// <summary>The way of every unit as data.</summary>
static class ProgressTable
{
    public static ExportTable Of(ProgressView view, IEnumerable<UnitProgress> units) => ExportTable.Of("coverage-" + view.Progress.Round.Code, units,
        ("unit", u => u.Unit.Code), ("unit_name", u => u.Unit.Name), ("district", u => u.Area), ("reporting_body", u => u.Body.Code), ("expected", u => u.Expected),
        ("due", u => u.Due), ("not_due", u => u.NotDue), ("no_council", u => u.NoCouncil), ("results", u => u.Results), ("verified", u => u.Verified),
        ("planned_on", u => u[CoverageStep.Planned].On), ("self_review_on", u => u[CoverageStep.SelfReview].On), ("conference_on", u => u[CoverageStep.Conference].On),
        ("minutes_on", u => u[CoverageStep.Minutes].On), ("loaded_on", u => u[CoverageStep.Loaded].On), ("verified_on", u => u[CoverageStep.Verified].On),
        ("reached", u => u.Reached?.Code()), ("overdue_step", u => view.Progress.OverdueOf(u)?.Step.Code()),
        ("overdue_days", u => view.Progress.OverdueOf(u) is { } o ? view.Progress.Today.DayNumber - o.Due.DayNumber : null));
}
