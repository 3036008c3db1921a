using Analytics.Domain.Coverage;
using Analytics.Domain.Dates;
using Analytics.Domain.Imports;
using Analytics.Domain.Trends;
using Analytics.Web.Access;
using Analytics.Web.Pages.Coverage;
using Analytics.Web.Pages.FollowUp;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Frame;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Tables;
using Analytics.Web.Shared.Trends;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Overview;

/// <summary>
/// The latest round in one screen: how many reported, where confidence is low and by which rule, what changed beyond
/// chance. No names.
/// </summary>
sealed class IndexModel(IMediator mediator, CurrentViewer current, Navigation navigation, QueryContext context) : PageModel
{
    /// <param name="AtThreshold">Results at a threshold of the rule in the whole round.</param>
    /// <param name="Unverified">Of these, how many nobody has compared with the minutes yet.</param>
    /// <param name="Waiting">How far the units have come, while the last day for results is not over.</param>
    /// <param name="ChanceAlerts">How many alerts chance alone would give.</param>
    public sealed record Result(
        RoundView Round, RoundGroups Positions, RoundGroups Areas, IReadOnlyList<TrendRow> Cities,
        int AtThreshold, int Unverified, int Alerts, int Alarms, double ChanceAlerts, string? PreviousYear, string Sentence, Waiting? Waiting, CaseCount? Cases)
    {
        /// <summary>A viewer of a few areas reads each of them; a map of them would be mostly empty.</summary>
        public bool FewAreas => Areas.Groups.Count <= 5;
    }

    /// <summary>Follow-up of all rounds within the viewer's units: an older case is not forgotten because a newer round is looked at. Of the present only.</summary>
    public sealed record CaseCount(int Open, int Overdue);

    /// <summary>Before the last day for results: the summary of the page of coverage.</summary>
    /// <param name="Overdue">Units overdue at a step, the longest first.</param>
    /// <param name="Today">Units whose minutes arrived, or whose results were loaded, today.</param>
    public sealed record Waiting(ProgressView Progress, IReadOnlyList<UnitProgress> Overdue, int Today)
    {
        internal static Waiting Of(QueryContext context, ProgressView view)
        {
            var progress = view.Progress;
            return new(view,
                progress.Expected.Where(u => progress.OverdueOf(u) is not null).OrderBy(u => progress.OverdueOf(u)!.Value.Due).ThenBy(u => u.Unit.Code, StringComparer.Ordinal).ToList(),
                progress.Expected.Count(u => u[CoverageStep.Minutes].On == context.LookDay || u[CoverageStep.Loaded].On == context.LookDay));
        }
    }

    public sealed record Query(string? Round) : IQuery<Result?>, IInLanguage;

    public Viewer Viewer => current.Required;
    public bool HasJobs => navigation.Exists("/jobs") && Viewer.May(Policies.Jobs);
    public Result? Data { get; private set; }
    /// <summary>Files refused today, of those the viewer sees. Not part of a cached answer: a refused file raises no version.</summary>
    public int Refused { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? round, CancellationToken ct)
    {
        if (!Viewer.May(Policies.Results)) return Request.Query.ContainsKey("format") ? NotFound() : Page();
        Data = await mediator.Send(new Query(round), ct);
        if (Data is null && !string.IsNullOrEmpty(round)) return NotFound();
        var (start, end) = (VietnamTime.StartOf(context.LookDay), VietnamTime.StartOf(context.LookDay.AddDays(1)));
        if (Data?.Waiting is not null) Refused = context.Db.Imports.Count(i => i.At >= start && i.At < end && i.State == ImportState.Refused);
        if (Data is not null && this.Export(() => TrendTable.Of("positions-" + Data.Round.Round.Code, Data.Positions.Groups.Select(g => g.Row)), Data.Round.Round.Sample) is { } file) return file;
        return Page();
    }

    sealed class Handler(IMediator mediator, QueryContext context, RoundSentence sentence, Language language) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await mediator.Send(new RoundQuery(request.Round), cancellationToken) is not { } round) return null;
            var positions = await mediator.Send(new RoundGroupsQuery(TrendBy.Position, round.Round.Code), cancellationToken);
            var areas = await mediator.Send(new RoundGroupsQuery(TrendBy.District, round.Round.Code), cancellationToken);
            var cities = TrendQuery.Stored(context.Db, context.Reference, TrendBy.City, round.Round.Id);
            var sets = context.Db.RoundParameters.Where(p => p.RoundId == round.Round.Id).ToList();
            var previous = positions.Groups.Select(g => g.Snapshot.PreviousRoundId).FirstOrDefault(id => id is not null);
            var cases = context.LookEnd is null ? await mediator.Send(new CaseKeysQuery(), cancellationToken) : null;
            return new Result(round, positions, areas, cities,
                cities.Sum(c => c.Snapshot.BelowRule), UnverifiedQuery.Count(context.Db, round.Round.Id), sets.Sum(s => s.Alerts), sets.Sum(s => s.Alarms),
                sets.Sum(s => s.Compared * Domain.Statistics.ComparisonSet.AlertP),
                previous is { } id && context.Reference.Round(id) is { } before ? RoundWords.Year(before) : null,
                string.Join(" ", new[]
                {
                    sentence.Reported(round), sentence.Shares(round, context.Reference),
                    round.Whole is null ? "" : sentence.Positions(positions, code => context.Reference.Position(code)?.Name(language.English) ?? code),
                }.Where(s => s.Length > 0)),
                round.AfterDeadline ? null : Waiting.Of(context, await mediator.Send(new ProgressViewQuery(round.Round.Code), cancellationToken)),
                cases is null ? null : new CaseCount(cases.All.Count(c => c.IsOpen), cases.All.Count(c => c.Overdue)));
        }
    }
}
