using Analytics.Domain.Coverage;
using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.Pages.Coverage;

/// <summary>When the minutes of the units arrived that a viewer may see, in a round and in those before it.</summary>
/// <param name="Earlier">The latest first; empty for a round without a last day for results.</param>
sealed record ReceivedCurves(RoundProgress Progress, ReceivedCurve Current, IReadOnlyList<ReceivedCurve> Earlier);

/// <param name="Round">Code of a round that exists.</param>
sealed record ReceivedCurvesQuery(string Round) : IQuery<ReceivedCurves>
{
    public sealed class Handler(IMediator mediator, QueryContext context, ProgressMemory memory) : IRequestHandler<ReceivedCurvesQuery, ReceivedCurves>
    {
        public async Task<ReceivedCurves> Handle(ReceivedCurvesQuery request, CancellationToken cancellationToken)
        {
            var progress = (await mediator.Send(new ProgressViewQuery(request.Round), cancellationToken)).Progress;
            var (scope, reference) = (context.Viewer.Scope, context.Reference);
            Func<int, bool>? isSeen = scope.AllUnits || scope.AllAreas ? null : scope.Holds;
            var before = progress.DueOf(CoverageStep.Minutes) is null ? [] : ReceivedDays.Before(reference, progress.Round);
            var earlier = new List<ReceivedCurve>();
            foreach (var round in before)
            {
                var expected = (await mediator.Send(new ExpectedUnitsQuery(round.Code), cancellationToken)).Ids;
                earlier.Add(ReceivedDays.Earlier(round, isSeen is null ? expected : expected.Where(isSeen).ToList(), memory.Steps(context, round)));
            }
            return new(progress, ReceivedDays.Current(progress), earlier.Where(c => c.Expected > 0).ToList());
        }
    }
}

sealed record ExpectedUnits(IReadOnlyList<int> Ids);

/// <summary>Ids of the units that were expected in a round.</summary>
/// <param name="Round">Code of a round that exists.</param>
sealed record ExpectedUnitsQuery(string Round) : IQuery<ExpectedUnits>, IPublishedData
{
    public sealed class Handler(QueryContext context) : RequestHandler<ExpectedUnitsQuery, ExpectedUnits>
    {
        protected override ExpectedUnits Handle(ExpectedUnitsQuery request) => new(ReceivedDays.Expected(context.Db, context.Reference, context.Reference.Round(request.Round)!));
    }
}
