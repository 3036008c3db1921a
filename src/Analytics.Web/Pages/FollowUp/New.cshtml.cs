using System.Globalization;
using Analytics.Domain.FollowUp;
using Analytics.Domain.Rounds;
using Analytics.Web.Access;
using Analytics.Web.Pages.Officials;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>Opens a case by hand, with a reason in words, for the official of one result.</summary>
[Authorize(Policy = Policies.CloseCases)]
sealed class NewCaseModel(IMediator mediator) : PageModel
{
    [FromQuery(Name = "result")] public int ResultId { get; set; }

    public Result Data { get; private set; } = null!;
    public string Reason { get; private set; } = "";
    public string? Mistake { get; private set; }

    public sealed record Query(int ResultId) : IQuery<Result?>, INamedData;

    public sealed record Result(OfficialLine Line, Regime Regime) : IRowCount
    {
        public int RowCount => 1;
    }

    internal sealed class Handler(QueryContext context) : RequestHandler<Query, Result?>
    {
        protected override Result? Handle(Query request)
        {
            if (context.Db.Results.AsNoTracking().SingleOrDefault(r => r.Id == request.ResultId) is not { } result || context.Reference.Round(result.RoundId) is not { } round) return null;
            return OfficialLines.Of(context, round, [result.Id]) is [var line] ? new(line, context.Reference.RegimeOf(round)) : null;
        }
    }

    async Task<IActionResult?> Find(CancellationToken ct)
    {
        if (await mediator.Send(new Query(ResultId), ct) is not { } found) return NotFound();
        Data = found;
        return found.Line.Case is { } known ? new SeeOther(Address(known.Id)) : null;
    }

    static string Address(int id) => "/follow-up/" + id.ToString(CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Find(ct) ?? Page();

    public async Task<IActionResult> OnPost([FromForm] string? reason, CancellationToken ct)
    {
        if (await Find(ct) is { } elsewhere) return elsewhere;
        Reason = Typed.Line(reason);
        Mistake = Reason.Length == 0 ? "follow-up.case.open.needed" : Reason.Length > CaseChange.LongestLine ? "follow-up.mistake.long" : null;
        if (Mistake is not null) return Page();
        return await mediator.Send(new OpenCaseCommand(ResultId, Reason), ct) is { } id ? new SeeOther(Address(id)) : NotFound();
    }
}
