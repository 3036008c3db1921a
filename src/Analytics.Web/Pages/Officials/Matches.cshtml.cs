using Analytics.Domain.People;
using Analytics.Ingest.Matching;
using Analytics.Web.Access;
using Analytics.Web.Pages.Imports;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Officials;

/// <summary>People who may be one and were not merged: both beside each other with their votes, and the answer.</summary>
[Authorize(Policy = Policies.Names)]
sealed class MatchesModel(IMediator mediator, CurrentViewer current) : PageModel
{
    /// <summary>open or answered.</summary>
    [FromQuery] public string? View { get; set; }
    [FromQuery(Name = "page")] public int? PageNumber { get; set; }

    public MatchList Data { get; private set; } = null!;

    public bool Answered => View == "answered";

    /// <summary>What became of the answer that was just given; null when none was.</summary>
    public MatchAnswerOutcome? Outcome { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (View is not (null or "open" or "answered")) return NotFound();
        var (page, size) = this.RowsToRead(PageNumber, MatchListQuery.PageSize);
        Data = await mediator.Send(new MatchListQuery(Answered, page, size), ct);
        return this.Export(() => Table(Data), Data.Sample, Data.Total) ?? Page();
    }

    public async Task<IActionResult> OnPost([FromForm] int match, [FromForm] string? answer, CancellationToken ct)
    {
        MatchState? state = answer switch { "same" => MatchState.Same, "different" => MatchState.Different, "reopen" => MatchState.Open, _ => null };
        if (state is not { } said || !current.Required.May(Policies.Import)) return NotFound();
        var outcome = await mediator.Send(new AnswerCommand(match, said), ct);
        if (outcome.State is MatchAnswerState.UnknownMatch) return NotFound();
        if (outcome is { State: MatchAnswerState.Answered or MatchAnswerState.Unchanged, Failure: null })
            return new SeeOther("/officials/matches" + (said == MatchState.Open ? "?view=answered" : ""));
        Outcome = outcome;
        return await OnGet(ct);
    }

    static ExportTable Table(MatchList list) => ExportTable.Of("matches", list.Rows,
        ("match", m => m.Id), ("state", m => m.State.ToString().ToLowerInvariant()), ("reason", m => m.Reason.ToString()),
        ("name", m => m.Person.Name), ("official_code", m => m.Person.OfficialCode), ("born", m => m.Person.Born), ("unit", m => m.Person.Latest?.UnitCode),
        ("other_name", m => m.Other.Name), ("other_code", m => m.Other.OfficialCode), ("other_born", m => m.Other.Born), ("other_unit", m => m.Other.Latest?.UnitCode),
        ("decided_by", m => m.DecidedBy), ("decided_at", m => m.DecidedAt));

    /// <summary>Gives an answer, for a viewer who may load for the units of both.</summary>
    public sealed record AnswerCommand(int Match, MatchState Answer) : ICommand<MatchAnswerOutcome>
    {
        public sealed class Handler(Domain.Storage.Store store, TimeProvider time, CurrentViewer current) : IRequestHandler<AnswerCommand, MatchAnswerOutcome>
        {
            public Task<MatchAnswerOutcome> Handle(AnswerCommand request, CancellationToken cancellationToken)
            {
                var viewer = current.Required;
                // Publishing may take seconds, which no request thread should wait for.
                return Task.Run(() => new MatchAnswer(store, time).Give(
                    new MatchAnswerRequest(request.Match, request.Answer, viewer.UserName, viewer.UnitsToLoadFor), cancellationToken), cancellationToken);
            }
        }
    }
}
