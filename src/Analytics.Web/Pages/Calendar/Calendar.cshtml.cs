using Analytics.Domain.Coverage;
using Analytics.Domain.Dates;
using Analytics.Domain.Rounds;
using Analytics.Domain.Units;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Calendar;

/// <summary>When the next round is due, the plan of each round with its last days, units whose last vote is over two years ago, days off.</summary>
[Authorize(Policy = Policies.Results)]
[KeptPage]
sealed class CalendarModel(IMediator mediator, CurrentViewer current, WorkingCalendar calendar) : PageModel
{
    const int RoundsShown = 6;

    public Result Data { get; private set; } = null!;
    public WorkingCalendar Working => calendar;
    public bool MayPlan => current.Required.May(Policies.Office);

    /// <param name="Plan">Null where nobody has set one.</param>
    public sealed record Line(Round Round, RoundPlan? Plan)
    {
        public DateOnly? DueOf(CoverageStep step) => RoundPlan.DueOf(Round, Plan, step);
    }

    /// <param name="NextYear">At its end the next round is due; null before the first.</param>
    /// <param name="Rounds">The latest commune-level rounds, latest first.</param>
    /// <param name="Over">Units whose last vote is more than two years ago or not known, those that owed nothing last.</param>
    /// <param name="Units">How many units there are.</param>
    public sealed record Result(int? NextYear, IReadOnlyList<Line> Rounds, IReadOnlyList<LastVote> Over, int Units, IReadOnlyDictionary<string, string> AreaNames, DateOnly Today, bool Sample) : IRowCount
    {
        public int RowCount => Over.Count;
        public int Due => Over.Count(v => !v.NotDue);
    }

    public sealed record Query : IQuery<Result>;

    sealed record Votes(IReadOnlyList<LastVote> All) : IRowCount
    {
        public int RowCount => All.Count;
    }

    /// <summary>The last vote of every unit there is on the day looked at.</summary>
    sealed record VotesQuery : IQuery<Votes>, IPublishedData;

    sealed class VotesHandler(QueryContext context) : RequestHandler<VotesQuery, Votes>
    {
        protected override Votes Handle(VotesQuery request) => new(LastVotes.Of(context.Db, context.Reference, context.LookDay));
    }

    internal sealed class Handler(IMediator mediator, QueryContext context) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var (db, reference, today) = (context.Db, context.Reference, context.LookDay);
            var plans = db.RoundPlans.AsNoTracking().ToDictionary(p => p.RoundId);
            var communes = reference.Rounds.Where(r => r.Level == UnitLevel.Commune).ToList();
            var scope = context.Viewer.Scope;
            var last = (await mediator.Send(new VotesQuery(), cancellationToken)).All.Where(v => scope.AllUnits || scope.AllAreas || scope.Holds(v.Unit.Id)).ToList();
            var over = last.Where(v => v.IsOver(today)).OrderBy(v => v.NotDue).ToList();
            return new(RoundCycle.NextYear(communes), communes.OrderByDescending(r => r.HeldFrom).Take(RoundsShown).Select(r => new Line(r, plans.GetValueOrDefault(r.Id))).ToList(),
                over, last.Count, over.Select(v => v.Area).OfType<string>().Distinct().ToDictionary(code => code, code => reference.Units.Nearest(code, today)?.Name ?? code, StringComparer.Ordinal),
                today, reference.Rounds.Any(r => r.Sample));
        }
    }

    /// <summary>Days off of this year and the next.</summary>
    public IEnumerable<IGrouping<int, SpecialDay>> DaysOff => calendar.Days.Where(d => d.Date.Year >= Data.Today.Year && d.Date.Year <= Data.Today.Year + 1).GroupBy(d => d.Date.Year);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        Data = await mediator.Send(new Query(), ct);
        return this.Export(() => ExportTable.Of("last-votes", Data.Over, ("unit", v => v.Unit.Code), ("unit_name", v => v.Unit.Name), ("district", v => v.Area), ("not_due", v => v.NotDue),
            ("last_round", v => v.Round?.Code), ("held_to", v => v.Round?.HeldTo), ("unit_then", v => v.Held?.Code), ("unit_then_name", v => v.Held?.Name)), Data.Sample) ?? Page();
    }
}
