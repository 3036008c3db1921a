using Analytics.Domain.FollowUp;
using Analytics.Domain.Rounds;
using Analytics.Web.Access;
using Analytics.Web.Pages.Officials;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>Whom the figures of a round propose to look into, how many of them chance alone would give, and what a reviewer said. Nobody is here because of an alert.</summary>
[Authorize(Policy = Policies.Names)]
sealed class ProposalsModel(IMediator mediator, CurrentViewer current) : PageModel
{
    public const int PageSize = 50;

    [FromQuery(Name = "round")] public string? RoundCode { get; set; }
    [FromQuery(Name = "page")] public int? PageNumber { get; set; }
    [FromQuery] public string? Saved { get; set; }

    public RoundView? Round { get; private set; }
    public Result Data { get; private set; } = null!;
    public string? Mistake { get; private set; }
    public int? Tried { get; private set; }

    public bool LooksBack => current.Required.LooksBack;
    public bool MayAnswer => current.Required.May(Policies.CloseCases);

    public sealed record Query(string Round, int Page, int Size) : IQuery<Result>, INamedData;

    /// <summary>One person with everything that proposes them, the strongest first: one answer is for all of it.</summary>
    /// <param name="Line">The result of the first finding.</param>
    public sealed record Row(OfficialLine Line, IReadOnlyList<Reason> Reasons);

    /// <param name="Before">The round of the vote before, where that matters.</param>
    public sealed record Reason(Finding Found, OfficialLine Line, Round? Before);

    /// <param name="Open">One page of the proposals nobody has answered, of people without a case.</param>
    /// <param name="WithCase">Found as well, but there is a case already.</param>
    /// <param name="Answered">Dismissed ones, the latest first, with the official's line.</param>
    public sealed record Result(ProposalFinds Finds, IReadOnlyList<Row> Open, int Total, PagePlace Place, int WithCase, IReadOnlyList<(ProposalAnswer Answer, OfficialLine? Line)> Answered, Regime Regime) : IRowCount
    {
        public int RowCount => Open.Count + Answered.Count;
    }

    public sealed class Handler(IMediator mediator, QueryContext context) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var (db, reference) = (context.Db, context.Reference);
            var round = reference.Round(request.Round)!;
            var finds = await mediator.Send(new ProposalFindsQuery(request.Round), cancellationToken);
            var answers = db.ProposalAnswers.AsNoTracking().Where(a => a.RoundId == round.Id && a.RemovedAt == null).OrderByDescending(a => a.Id).ToList();
            var answered = answers.Select(a => (a.PersonId, a.Kind)).ToHashSet();
            var cases = db.Cases.Where(c => c.RoundId == round.Id).Select(c => c.PersonId).ToHashSet();
            var open = finds.All.Where(f => !answered.Contains((f.PersonId, f.Kind)) && !cases.Contains(f.PersonId)).GroupBy(f => f.PersonId).Select(g => g.ToList()).ToList();
            var place = PagePlace.Of(request.Page, open.Count, request.Size);
            var shown = open.Skip(place.Skip).Take(request.Size).ToList();
            var dismissed = answers.Where(a => !a.Accepted).Take(request.Size).ToList();
            var persons = dismissed.ConvertAll(a => a.PersonId);
            var results = db.Results.Where(r => r.RoundId == round.Id && persons.Contains(r.PersonId)).Select(r => new { r.PersonId, r.Id }).AsEnumerable().ToLookup(r => r.PersonId, r => r.Id);
            var lines = OfficialLines.Of(context, round, [.. shown.SelectMany(p => p).Select(f => f.ResultId).Concat(dismissed.SelectMany(a => results[a.PersonId].Take(1))).Distinct()]).ToDictionary(l => l.Row.Result.Id);
            Reason ReasonOf(Finding f) => new(f, lines[f.ResultId], f.Before is null ? null : reference.Round(f.Before));
            return new Result(finds, shown.ConvertAll(p => new Row(lines[p[0].ResultId], p.ConvertAll(ReasonOf))), open.Count, place,
                finds.All.Where(f => cases.Contains(f.PersonId)).Select(f => f.PersonId).Distinct().Count(),
                dismissed.ConvertAll(a => (a, results[a.PersonId].Select(id => lines.GetValueOrDefault(id)).FirstOrDefault())), reference.RegimeOf(round));
        }
    }

    async Task<bool> Load(CancellationToken ct)
    {
        Round = await mediator.Send(new RoundQuery(RoundCode), ct);
        if (Round is null || LooksBack) return string.IsNullOrEmpty(RoundCode) || Round is not null;
        Data = await mediator.Send(new Query(Round.Round.Code, PageNumber ?? 1, PageSize), ct);
        return true;
    }

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    /// <param name="kind">What proposes the person, as the page showed it.</param>
    public async Task<IActionResult> OnPost([FromForm] int result, [FromForm] IReadOnlyList<string>? kind, [FromForm] string? answer, [FromForm] string? reason, CancellationToken ct)
    {
        var kinds = (kind ?? []).Select(CaseCodes.ParseReason).OfType<CaseReason>().Distinct().ToList();
        if (!MayAnswer || kinds.Count == 0 || !kinds.All(k => k is CaseReason.Alarm or CaseReason.Drop or CaseReason.LowTwice) || answer is not ("accept" or "dismiss") || !await Load(ct) || Round is null) return NotFound();
        var words = Typed.Line(reason);
        Tried = result;
        Mistake = words.Length == 0 ? "follow-up.mistake.reason" : words.Length > ProposalAnswer.LongestReason ? "follow-up.mistake.long" : null;
        if (Mistake is not null) return Page();
        // What nobody found, or no longer, is not answered.
        var found = Data.Finds.All.FirstOrDefault(f => f.ResultId == result) is { } first ? Data.Finds.All.Where(f => f.PersonId == first.PersonId).Select(f => f.Kind).ToHashSet() : [];
        var done = kinds.TrueForAll(found.Contains) && await mediator.Send(new AnswerProposalCommand(result, kinds, answer == "accept", words), ct);
        return new SeeOther($"/follow-up/proposals?round={Uri.EscapeDataString(Round.Round.Code)}&saved={(done ? answer : "known")}");
    }

    public async Task<IActionResult> OnPostTakeBack([FromForm] int id, CancellationToken ct)
    {
        if (!MayAnswer || !await Load(ct) || Round is null) return NotFound();
        return await mediator.Send(new TakeBackAnswerCommand(id), ct) ? new SeeOther($"/follow-up/proposals?round={Uri.EscapeDataString(Round.Round.Code)}&saved=back") : NotFound();
    }
}
