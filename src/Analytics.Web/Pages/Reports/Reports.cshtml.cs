using Analytics.Domain.Briefings;
using Analytics.Web.Access;
using Analytics.Web.Briefings.Reports;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Rounds;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Reports;

/// <summary>The reports of a round on their way from draft to paper; a new one is begun here.</summary>
[Authorize(Policy = Policies.Office)]
[KeptPage]
sealed class ReportsModel(IMediator mediator) : PageModel
{
    [FromQuery(Name = "round")] public string? RoundCode { get; set; }

    public RoundView? Round { get; private set; }
    public IReadOnlyList<RoundReport> Reports { get; private set; } = [];

    public sealed record Query(int RoundId) : IQuery<IReadOnlyList<RoundReport>>;

    internal sealed class Handler(QueryContext context) : RequestHandler<Query, IReadOnlyList<RoundReport>>
    {
        protected override IReadOnlyList<RoundReport> Handle(Query request) =>
            context.Db.RoundReports.AsNoTracking().Where(r => r.RoundId == request.RoundId).OrderByDescending(r => r.Id).ToList();
    }

    async Task<bool> Find(CancellationToken ct)
    {
        Round = await mediator.Send(new RoundQuery(RoundCode), ct);
        if (Round is null) return string.IsNullOrEmpty(RoundCode);
        Reports = await mediator.Send(new Query(Round.Round.Id), ct);
        return true;
    }

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Find(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPost([FromForm] string? kind, CancellationToken ct)
    {
        if (!await Find(ct) || Round is null || kind is not ("summing-up" or "summary")) return NotFound();
        var id = await mediator.Send(new StartReportCommand(Round.Round.Id, kind == "summary" ? ReportKind.Summary : ReportKind.SummingUp), ct);
        return new SeeOther("/reports/" + id.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
