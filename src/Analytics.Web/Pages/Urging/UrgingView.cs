using Analytics.Domain.Coverage;
using Analytics.Web.Pages.Coverage;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Rounds;
using MediatR;

namespace Analytics.Web.Pages.Urging;

/// <summary>The reporting bodies of a round a viewer sees: what they owe, whom to reach, how they were urged.</summary>
/// <param name="City">Name of the city, where there is one.</param>
sealed record UrgingView(ProgressView Progress, IReadOnlyList<BodyProgress> Bodies, string? City) : IRowCount
{
    public int RowCount => Bodies.Count;

    /// <summary>Bodies that owe something: the longest overdue first, then those whose promise is broken, then by area and code.</summary>
    public IReadOnlyList<BodyProgress> Owing { get; } = Bodies.Where(b => b.Missing.Count > 0)
        .OrderByDescending(b => b.OverdueDays(Progress.Progress)).ThenByDescending(b => b.PromiseBroken(Progress.Progress.Today)).ToList();

    /// <summary>Days from urging to answer, of all that were answered.</summary>
    public IReadOnlyList<int> AnswerDays { get; } = Bodies.SelectMany(b => b.Urgings).Select(u => u.Days).OfType<int>().Order().ToList();

    public string Area(BodyProgress body) => body.Area is { } code ? Progress.AreaNames.GetValueOrDefault(code, code) : "";
}

/// <param name="Round">Code of a round that exists.</param>
sealed record UrgingQuery(string Round) : IQuery<UrgingView>, INamedData
{
    public sealed class Handler(IMediator mediator, QueryContext context) : IRequestHandler<UrgingQuery, UrgingView>
    {
        public async Task<UrgingView> Handle(UrgingQuery request, CancellationToken cancellationToken)
        {
            var progress = await mediator.Send(new ProgressViewQuery(request.Round), cancellationToken);
            var view = await mediator.Send(new RoundQuery(request.Round), cancellationToken);
            return new(progress, BodyProgressQuery.Of(context.Db, progress.Progress, context.LookEnd), view?.City);
        }
    }
}
