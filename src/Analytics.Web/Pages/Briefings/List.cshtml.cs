using Analytics.Domain.Briefings;
using Analytics.Web.Access;
using Analytics.Web.Briefings;
using Analytics.Web.Jobs;
using Analytics.Web.Pages.Imports;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Briefings;

/// <summary>Finished trend reports, latest first; what was asked for and is being made; when the schedules are due.</summary>
[Authorize(Policy = Policies.Briefings)]
sealed class ListModel(IMediator mediator, CurrentViewer current, Language language) : PageModel
{
    [FromQuery(Name = "page")] public int? PageNumber { get; set; }
    [FromQuery] public string? Round { get; set; }

    public Result Data { get; private set; } = null!;
    public bool MayMake => current.Required.May(Policies.MakeBriefings);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var (page, size) = this.RowsToRead(PageNumber, Query.PageSize);
        Data = await mediator.Send(new Query(page, size), ct);
        if (this.Export(() => Table(Data), Data.Rounds.Any(r => r.Sample), Data.Total) is { } file) return file;
        return Page();
    }

    public async Task<IActionResult> OnPost([FromForm] string? round, [FromForm(Name = "language")] string? written, CancellationToken ct)
    {
        if (!MayMake) return NotFound();
        Data = await mediator.Send(new Query(1), ct);
        if (Data.Rounds.All(r => r.Code != round)) return BadRequest();
        await mediator.Send(new AskForReport(round!, written is "vi" or "en" ? written : language.Code), ct);
        return new SeeOther("/briefings");
    }

    static ExportTable Table(Result data) => ExportTable.Of("briefings", data.Rows,
        ("briefing", r => r.Briefing.Id), ("title", r => r.Briefing.Title), ("created_at", r => Utc.Of(r.Briefing.CreatedAt)), ("by", r => r.Briefing.By),
        ("round", r => r.Round.Code), ("data_version", r => r.Briefing.DataVersion), ("language", r => r.Briefing.Language),
        ("html_bytes", r => r.Briefing.HtmlBytes), ("zip_bytes", r => r.Briefing.ZipBytes), ("sha256", r => r.Briefing.Sha256), ("zip_sha256", r => r.Briefing.ZipSha256));

    /// <summary>Not an <see cref="IQuery{T}"/>: runs change without raising a version, so nothing of it may be cached.</summary>
    public sealed record Query(int Page, int Size = Query.PageSize) : IRequest<Result>
    {
        public const int PageSize = 20;
    }

    public sealed record Row(Briefing Briefing, Domain.Rounds.Round Round);

    /// <param name="Last">Its latest due time and what became of it; null when none has passed yet.</param>
    public sealed record DueRow(ScheduleRow Schedule, RunRow? Last);

    /// <param name="Briefing">What the run has made; null while it has made nothing.</param>
    public sealed record AskedRow(RunRow Run, ReportRequest Request, int? Briefing)
    {
        public bool Unfinished => Run.State is Domain.Schedules.RunState.Pending or Domain.Schedules.RunState.Running || Run.RetryAt is not null;
    }

    /// <param name="Current">Code of the latest round with results.</param>
    public sealed record Result(
        IReadOnlyList<Row> Rows, int Total, PagePlace Place, IReadOnlyList<Domain.Rounds.Round> Rounds, string? Current,
        IReadOnlyList<DueRow> Schedules, IReadOnlyList<AskedRow> Requests);

    public sealed class Handler(QueryContext context, IMediator mediator, IEnumerable<IJob> jobs, TimeProvider time) : IRequestHandler<Query, Result>
    {
        const int ShownRequests = 5;
        static readonly TimeSpan RequestsShownFor = TimeSpan.FromDays(1);

        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var round = await mediator.Send(new RoundQuery(null), cancellationToken);
            var (db, reference) = (context.Db, context.Reference);
            var total = db.Briefings.Count();
            var place = PagePlace.Of(request.Page, total, request.Size);
            var rows = db.Briefings.OrderByDescending(b => b.Id).Skip(place.Skip).Take(request.Size).AsEnumerable()
                .Select(b => new Row(b, reference.Round(b.RoundId)!)).ToList();
            var schedules = LedgerView.Schedules(db, jobs.Select(j => j.Name).ToHashSet(StringComparer.Ordinal), time.Now());
            var onDemand = schedules.FirstOrDefault(s => s.Name == AskForReportHandler.ScheduleName);
            return new Result(rows, total, place, reference.Rounds.Reverse().ToList(), round?.Round.Code,
                schedules.Where(s => s != onDemand).Select(s => new DueRow(s, LedgerView.Runs(db, 1, s.Id) is [var last, ..] ? last : null)).ToList(),
                onDemand is null ? [] : Requests(onDemand.Id));
        }

        List<AskedRow> Requests(int scheduleId)
        {
            var runs = LedgerView.Runs(context.Db, ShownRequests, scheduleId).Where(r => r.DueAt > time.Now() - RequestsShownFor).ToList();
            var ids = runs.Select(r => r.Id).ToList();
            var made = context.Db.Briefings.Where(b => b.RunId != null && ids.Contains(b.RunId.Value)).ToDictionary(b => b.RunId!.Value, b => b.Id);
            var asked = context.Db.Runs.Where(r => ids.Contains(r.Id)).ToDictionary(r => r.Id, r => ReportRequest.Read(r.Request));
            return runs.Where(r => asked[r.Id] is not null).Select(r => new AskedRow(r, asked[r.Id]!, made.TryGetValue(r.Id, out var id) ? id : null)).ToList();
        }
    }
}
