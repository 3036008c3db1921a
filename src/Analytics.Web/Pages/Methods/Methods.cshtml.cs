using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Methods;

/// <summary>What every number means: formula, worked example, limits, reference; and every rule as it lies in the store.</summary>
[KeptPage]
sealed class MethodsModel(IMediator mediator, Texts texts, Formats formats, RuleWords rules, Language language) : PageModel
{
    public Result Rules { get; private set; } = new([], []);

    public async Task OnGetAsync(CancellationToken ct) => Rules = await mediator.Send(new Query(), ct);

    public sealed record Query : IQuery<Result>;

    public sealed record Result(IReadOnlyList<Regime> Regimes, IReadOnlyList<Position> Positions);

    internal sealed class Handler(QueryContext context) : RequestHandler<Query, Result>
    {
        protected override Result Handle(Query request) =>
            new(context.Reference.Regimes.Values.OrderBy(r => r.ValidFrom ?? DateOnly.MaxValue).ThenBy(r => r.Id, StringComparer.Ordinal).ToList(), context.Reference.Positions);
    }

    /// <summary>Anchors in the order of the page, each with what its example prints. Pages link to these names.</summary>
    public IEnumerable<(string Id, object[] Example)> Sections()
    {
        var (f, share, change) = (formats, WorkedExamples.Share, WorkedExamples.Change);
        var (delegates, post) = (WorkedExamples.Delegates, WorkedExamples.Post);
        string Of(int? count) => f.Share((double?)count / delegates.Delegates);
        yield return ("base", [Of(delegates.High), Of(delegates.Middle), Of(delegates.Low), Of(delegates.LevelSum)]);
        yield return ("favourable", [Of(delegates.Favourable)]);
        yield return ("low-share", [f.Count(WorkedExamples.Now.Low), f.Count(WorkedExamples.Now.Base), f.Share(share.Share)]);
        yield return ("interval", [f.Share(share.Share), Both(share.Interval), Both(WorkedExamples.AsIfIndependent)]);
        yield return ("wilson", [f.Share(0.1), Both(WorkedExamples.Official)]);
        yield return ("change", [f.Share(WorkedExamples.Before.Share), f.Share(share.Share), f.Change(change.Value), Both(change.Interval ?? default), f.Number(change.P ?? 1, 3)]);
        yield return ("direction", [List(WorkedExamples.P), List(WorkedExamples.Q)]);
        yield return ("different", []);
        var (here, there) = (WorkedExamples.Here, WorkedExamples.There);
        yield return ("side-by-side", [f.Share(here.Share), Both(here.Interval), f.Share(there.Share), Both(there.Interval), f.Points(here.Share - there.Share), Both(IndependentDifference.Of(here.Share, here.Interval, there.Share, there.Interval))]);
        yield return ("funnel", [f.Share(7.0 / 60), f.Number(post.FunnelP(7, 60), 4), f.Share(9.0 / 60), f.Number(post.FunnelP(9, 60), 4),
            f.Number(post.ExpectedFalseAlerts, 0), f.Number(post.Officials * ComparisonSet.AlarmP, 1)]);
        double Limit(double z) => WorkedExamples.Funnel.HalfWidth(1000, z);
        string Around(double half) => f.Share(WorkedExamples.Funnel.Mean + half);
        yield return ("area-funnel", [Around(-Limit(FunnelLimits.Z95)), Around(Limit(FunnelLimits.Z95)), Around(-Limit(FunnelLimits.Z998)), Around(Limit(FunnelLimits.Z998))]);
        yield return ("shrunken", [f.Share(post.Shrunken(6, 60)), f.Share(post.Shrunken(2, 10))]);
        var between = WorkedExamples.Between;
        yield return ("spread", [f.Number(between.Phi, 1), f.Number(between.MeanBase, 0), f.Number(between.Rho, 4), f.Share(between.TruePart, 0)]);
        yield return ("regression", [f.Share(9.0 / 60), f.Share(post.Shrunken(9, 60))]);
        var changes = WorkedExamples.Changes;
        yield return ("proposals", [f.Share(WorkedExamples.Rise.LowBefore / 60.0), f.Share(WorkedExamples.Rise.Low / 60.0), f.Points(WorkedExamples.Rise.Difference), f.Number(changes.P(WorkedExamples.Rise), 4),
            f.Count(changes.Persons), f.Number(changes.ExpectedByChance, 1)]);
        yield return ("standing", [Sum(WorkedExamples.OverHalf, 30, 60), Sum(WorkedExamples.OverHalf, 31, 60), Sum(WorkedExamples.TwoThirds, 59, 90),
            Sum(WorkedExamples.TwoThirds, 60, 90), f.Count(WorkedExamples.OverHalf.Missing(72, 145)), f.Count(WorkedExamples.TwoThirds.Missing(58, 90))]);
        foreach (var id in new[] { "small-numbers", "left-out", "coverage", "progress", "comparability", "area", "boundaries", "statuses", "quality", "follow-up" })
            yield return (id, id == "coverage" ? [f.Share(118.0 / 126)] : []);
        var matched = WorkedExamples.Matched;
        yield return ("next-vote", [f.CountInText(matched.Pairs), f.Change(matched.Own), f.Change(matched.Similar), f.Points(matched.Difference), Both(matched.Interval ?? default)]);
        yield return ("as-of", []);
    }

    public string Dates(Regime regime) => (regime.ValidFrom, regime.ValidTo) switch
    {
        (null, null) => texts["methods.regimes.always"],
        ({ } from, null) => texts["methods.regimes.since", formats.ShortDate(from)],
        (null, { } to) => texts["methods.regimes.until", formats.ShortDate(to)],
        ({ } from, { } to) => $"{formats.ShortDate(from)} – {formats.ShortDate(to)}",
    };

    public string Posts(Regime regime) => string.Join(", ", regime.Positions.Select(code => Rules.Positions.FirstOrDefault(p => p.Code == code)?.Name(language.English) ?? code));

    string Sum(Threshold line, int count, int ballots) => rules.ShortSum(line, count, ballots);

    string Both(Interval interval) => texts["methods.from-to", formats.Percent(interval.Lower), formats.Percent(interval.Upper)];

    string List(IEnumerable<double?> numbers) => string.Join("; ", numbers.Select(n => formats.Number(n ?? 1, 3)));
}
