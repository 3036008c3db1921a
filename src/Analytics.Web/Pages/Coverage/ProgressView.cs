using Analytics.Domain.Coverage;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Tables;
using MediatR;

namespace Analytics.Web.Pages.Coverage;

/// <summary>How an area stands in a round: counts of units.</summary>
/// <param name="Overdue">Units overdue with a step.</param>
/// <param name="Complete">Units of which everything expected is there and compared.</param>
sealed record AreaProgress(string Code, string Name, int Expected, int Received, int Overdue, int Complete)
{
    public int Missing => Expected - Received;

    public static AreaProgress Of(string code, string name, IEnumerable<UnitProgress> units, RoundProgress progress)
    {
        var (expected, received, overdue, complete) = (0, 0, 0, 0);
        foreach (var unit in units)
        {
            if (!unit.Expected) continue;
            expected++;
            if (unit.Received) received++;
            if (unit.Complete) complete++;
            if (progress.OverdueOf(unit) is not null) overdue++;
        }
        return new(code, name, expected, received, overdue, complete);
    }
}

/// <summary>How far the units have come that a viewer may see, with who is later than usual among them. What is added up or sorted of it, is once.</summary>
/// <param name="AreaNames">Name by area code.</param>
sealed record ProgressView(RoundProgress Progress, IReadOnlyList<Silence> Silent, IReadOnlyDictionary<string, string> AreaNames) : IRowCount
{
    public int RowCount => Progress.Units.Count;

    readonly HashSet<int> silentUnits = Silent.Select(s => s.Unit.Unit.Id).ToHashSet();

    public bool IsSilent(UnitProgress unit) => silentUnits.Contains(unit.Unit.Id);

    public string? AreaName(UnitProgress unit) => unit.Area is { } code ? AreaNames[code] : null;

    IReadOnlyList<AreaProgress>? areas;

    /// <summary>Areas with a unit, by code.</summary>
    public IReadOnlyList<AreaProgress> Areas => areas ??= Progress.Units.Where(u => u.Area is not null).GroupBy(u => u.Area!)
        .Select(g => AreaProgress.Of(g.Key, AreaNames[g.Key], g, Progress)).OrderBy(a => a.Code, StringComparer.Ordinal).ToList();

    IReadOnlyList<AreaProgress>? expectedAreas;

    /// <summary>The same without areas of which nothing is expected.</summary>
    public IReadOnlyList<AreaProgress> ExpectedAreas => expectedAreas ??= Areas.Where(a => a.Expected > 0).ToList();

    bool? ownBodies;

    /// <summary>Every unit reports for itself.</summary>
    public bool OwnBodies => ownBodies ??= Progress.Expected.All(u => u.Body == u.Unit);

    IReadOnlyList<UnitProgress>? byUrgency;

    /// <summary>Units overdue first, the longest first; then in the order of area and code.</summary>
    public IReadOnlyList<UnitProgress> ByUrgency => byUrgency ??= CoverageFilter.ByUrgency(Progress);

    IReadOnlyDictionary<string, int>? counts;

    /// <summary>How many units are in each state of <see cref="CoverageFilter"/> that any is in.</summary>
    public IReadOnlyDictionary<string, int> Counts => counts ??= CoverageFilter.Counts(Progress.Units, this);

    IReadOnlyList<UnitProgress>? byName;

    /// <summary>Units by name.</summary>
    public IReadOnlyList<UnitProgress> ByName => byName ??= Progress.Units.OrderBy(u => u.Unit.SortKey, StringComparer.Ordinal).ToList();
}

/// <param name="Round">Code of a round that exists.</param>
sealed record ProgressViewQuery(string Round) : IQuery<ProgressView>
{
    public sealed class Handler(IMediator mediator, QueryContext context, ProgressMemory memory) : IRequestHandler<ProgressViewQuery, ProgressView>
    {
        public async Task<ProgressView> Handle(ProgressViewQuery request, CancellationToken cancellationToken)
        {
            var (db, reference) = (context.Db, context.Reference);
            var published = (await mediator.Send(new PublishedProgressQuery(request.Round), cancellationToken)).Progress;
            var round = published.Round;
            var all = ProgressQuery.Of(db, memory.Join(context, published), context.LookDay);
            var scope = context.Viewer.Scope;
            var progress = scope.AllUnits || scope.AllAreas ? all : all.Of(u => scope.Holds(u.Id));
            var areas = progress.Units.Select(u => u.Area).OfType<string>().Distinct()
                .ToDictionary(code => code, code => reference.Units.Nearest(code, round.HeldFrom)?.Name ?? code, StringComparer.Ordinal);
            return new(progress, ReceivedDays.Silent(reference, progress, earlier => memory.Steps(context, earlier)), areas);
        }
    }
}

sealed record PublishedUnits(PublishedProgress Progress) : IRowCount
{
    public int RowCount => Progress.Units.Count;
}

/// <param name="Round">Code of a round that exists.</param>
sealed record PublishedProgressQuery(string Round) : IQuery<PublishedUnits>, IPublishedData
{
    public sealed class Handler(QueryContext context) : RequestHandler<PublishedProgressQuery, PublishedUnits>
    {
        protected override PublishedUnits Handle(PublishedProgressQuery request) => new(PublishedProgress.Of(context.Db, context.Reference,
            context.Reference.Round(request.Round) ?? throw new InvalidOperationException($"There is no round {request.Round}.")));
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
