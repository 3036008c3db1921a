using Analytics.Domain.Briefings;
using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Domain.Trends;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Shared.Rounds;

/// <summary>The round a page speaks of, its rule, how complete it is, and what all its figures together say.</summary>
/// <param name="City">The city's name, where the round was held in one city.</param>
/// <param name="Whole">The city's figures, where there is one city; null otherwise.</param>
/// <param name="Cities">How many cities (provinces, the country) have results in the round.</param>
/// <param name="Today">Local date of the look.</param>
sealed record RoundView(Round Round, Regime Regime, RoundCoverage Coverage, string? City, TrendRow? Whole, int Cities, DateTime? PublishedAt, long DataVersion, DateOnly Today)
{
    public bool Unfinished => Coverage.Unfinished;
    public bool TwoOptions => Regime.Options == BallotOptions.Two;

    /// <summary>Under an assumed rule no consequence stands beside a name.</summary>
    public bool Assumed => Regime.Certainty.Assumed;

    /// <summary>Last day for minutes and results by the round's plan, else the round's own; null where neither sets one.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The summing-up report, where it has been issued; null before.</summary>
    public IssuedReport? SummedUp { get; init; }

    public RoundPhase Phase => SummedUp is not null ? RoundPhase.SummedUp : AfterDeadline ? RoundPhase.AfterDeadline : RoundPhase.Reporting;

    /// <summary>Whether days for reporting are over.</summary>
    public bool AfterDeadline => (Due ?? Round.HeldTo) < Today;
}

/// <summary>What a round's page speaks of first.</summary>
enum RoundPhase
{
    /// <summary>The last day for results is still to come: how far the units have come.</summary>
    Reporting,
    /// <summary>It is over: what the results say.</summary>
    AfterDeadline,
    /// <summary>The summing-up report is issued: what is to be followed up.</summary>
    SummedUp,
}

/// <param name="Number">As the registry gave it.</param>
/// <param name="SignedOn">The day printed on it.</param>
sealed record IssuedReport(int Id, int? Number, DateOnly? SignedOn);

/// <summary>The round of that code; without one the latest round that has results, else the latest. Null: there is none.</summary>
sealed record RoundQuery(string? Code) : IQuery<RoundView?>;

/// <summary>Coverage of a round as published.</summary>
/// <param name="Round">Code of a round that exists.</param>
sealed record RoundCoverageQuery(string Round) : IQuery<RoundCoverage>, IPublishedData
{
    public sealed class Handler(QueryContext context) : RequestHandler<RoundCoverageQuery, RoundCoverage>
    {
        protected override RoundCoverage Handle(RoundCoverageQuery request) => CoverageQuery.Of(context.Db, context.Reference, context.Reference.Round(request.Round)!);
    }
}

sealed class RoundHandler(IMediator mediator, QueryContext context) : IRequestHandler<RoundQuery, RoundView?>
{
    public async Task<RoundView?> Handle(RoundQuery request, CancellationToken cancellationToken)
    {
        var reference = context.Reference;
        var round = request.Code is { Length: > 0 } code ? reference.Round(code) : Latest();
        if (round is null) return null;
        var cities = TrendQuery.Stored(context.Db, reference, TrendBy.City, round.Id);
        var whole = cities.Count == 1 ? cities[0] : null;
        return new RoundView(round, reference.RegimeOf(round), await mediator.Send(new RoundCoverageQuery(round.Code), cancellationToken),
            whole?.Name, whole, cities.Count, context.PublishedAt, context.State.DataVersion, context.Today)
        {
            Due = RoundPlan.DueOf(round, context.Db.RoundPlans.AsNoTracking().SingleOrDefault(p => p.RoundId == round.Id), CoverageStep.Minutes),
            SummedUp = Issued(round.Id),
        };
    }

    /// <summary>The latest that was issued by the end of the look.</summary>
    IssuedReport? Issued(int roundId)
    {
        var issued = context.Db.ReportEvents.AsNoTracking().Where(e => e.Stage == ReportStage.Issued)
            .Join(context.Db.RoundReports.Where(r => r.RoundId == roundId && r.Kind == ReportKind.SummingUp), e => e.ReportId, r => r.Id, (e, r) => new { e.At, r.Id, r.Number, r.SignedOn });
        if (context.LookEnd is { } end) issued = issued.Where(e => e.At < end);
        return issued.OrderByDescending(e => e.At).Select(e => new IssuedReport(e.Id, e.Number, e.SignedOn)).FirstOrDefault();
    }

    Round? Latest()
    {
        var withResults = context.Db.Snapshots.AsNoTracking().Where(s => s.By == TrendBy.City).Select(s => s.RoundId).Distinct().ToHashSet();
        var rounds = context.Reference.Rounds;
        return rounds.LastOrDefault(r => withResults.Contains(r.Id)) ?? (rounds.Count > 0 ? rounds[^1] : null);
    }
}
