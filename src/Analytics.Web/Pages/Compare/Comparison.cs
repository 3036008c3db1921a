using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Trends;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Trends;
using MediatR;

namespace Analytics.Web.Pages.Compare;

/// <summary>One side: a round, in the whole city or in one area.</summary>
/// <param name="Area">Code of the area; null: the whole.</param>
/// <param name="Total">All posts together; null where there is no one whole.</param>
/// <param name="ByPost">Groups by code of the post.</param>
sealed record Side(RoundView View, string? Area, string Place, RoundGroup? Total, IReadOnlyDictionary<string, RoundGroup> ByPost)
{
    public RoundGroup? Group(string post) => post.Length == 0 ? Total : ByPost.GetValueOrDefault(post);
}

/// <summary>What can be said of the difference between two groups.</summary>
enum Verdict
{
    /// <summary>One side has no figures.</summary>
    Missing,
    /// <summary>Other ballots, another electorate or level: low shares are not set against each other.</summary>
    OtherKind,
    TooFew,
    /// <summary>The same units in two rounds that do not follow each other, or a part and its whole: the difference has no interval here.</summary>
    NotAssessed,
    Within,
    Beyond,
}

/// <param name="Post">Code; empty for all posts together.</param>
/// <param name="Difference">Low share of the first side less that of the second; null where they must not be subtracted.</param>
/// <param name="Interval">95%; null where it is not assessed.</param>
sealed record ComparedLine(string Post, RoundGroup? First, RoundGroup? Second, Verdict Verdict, double? Difference, Interval? Interval);

sealed record Comparison(Side First, Side Second, bool Comparable, IReadOnlyList<ComparedLine> Lines) : IRowCount
{
    public int RowCount => Lines.Count;
}

/// <summary>Two rounds, two areas, or both, beside each other. Null: a round or an area is not there, or out of scope.</summary>
sealed record ComparisonQuery(string Round, string? Area, string OtherRound, string? OtherArea) : IQuery<Comparison?>;

sealed class ComparisonHandler(IMediator mediator, QueryContext context) : IRequestHandler<ComparisonQuery, Comparison?>
{
    public async Task<Comparison?> Handle(ComparisonQuery request, CancellationToken cancellationToken)
    {
        if (await SideOf(request.Round, request.Area, cancellationToken) is not { } first || await SideOf(request.OtherRound, request.OtherArea, cancellationToken) is not { } second) return null;
        var comparable = context.Reference.AreComparable(first.View.Round, second.View.Round);
        var posts = context.Reference.Positions.Where(p => first.ByPost.ContainsKey(p.Code) || second.ByPost.ContainsKey(p.Code)).Select(p => p.Code).Append("");
        return new(first, second, comparable, posts.Select(p => Line(p, first, second, comparable)).ToList());
    }

    async Task<Side?> SideOf(string code, string? area, CancellationToken ct)
    {
        if (context.Reference.Round(code) is null || await mediator.Send(new RoundQuery(code), ct) is not { } view) return null;
        if (area is null)
        {
            var posts = await mediator.Send(new RoundGroupsQuery(TrendBy.Position, code), ct);
            var whole = posts.Whole is { } row ? new RoundGroup(row, ChanceTests.TooFew(row.Snapshot), Changed: ChanceTests.Changed([row.Snapshot]).Count > 0, Different: false) : null;
            return new(view, null, view.City ?? "", whole, posts.Groups.ToDictionary(g => g.Snapshot.Position, StringComparer.Ordinal));
        }
        var areas = (await mediator.Send(new RoundGroupsQuery(TrendBy.District, code), ct)).Groups;
        if (areas.FirstOrDefault(g => g.Snapshot.Key == area) is not { } total) return null;
        var byPost = (await mediator.Send(new RoundGroupsQuery(TrendBy.DistrictPosition, code), ct)).Groups.Where(g => g.Snapshot.Key == area);
        return new(view, area, total.Row.Name, total, byPost.ToDictionary(g => g.Snapshot.Position, StringComparer.Ordinal));
    }

    static ComparedLine Line(string post, Side first, Side second, bool comparable)
    {
        var (a, b) = (first.Group(post), second.Group(post));
        ComparedLine Said(Verdict verdict, double? difference = null, Interval? interval = null) => new(post, a, b, verdict, difference, interval);
        if (a?.Snapshot is not { LowShare: { } share } s || b?.Snapshot is not { LowShare: { } other } t) return Said(Verdict.Missing);
        if (!comparable) return Said(Verdict.OtherKind);
        if (a.TooFew || b.TooFew) return Said(Verdict.TooFew, share - other);
        if (first.Area == second.Area)
        {
            // The same units on both sides: only the stored change keeps apart what they have in common.
            if (s.PreviousRoundId == t.RoundId && s.Change is not null) return Said(a.Changed ? Verdict.Beyond : Verdict.Within, s.Change, Of(s.ChangeLower, s.ChangeUpper));
            if (t.PreviousRoundId == s.RoundId && t.Change is not null) return Said(b.Changed ? Verdict.Beyond : Verdict.Within, -t.Change, Of(-t.ChangeUpper, -t.ChangeLower));
            return Said(Verdict.NotAssessed, share - other);
        }
        // A part is no group of its own beside its whole.
        if (first.Area is null || second.Area is null || Of(s.LowLower, s.LowUpper) is not { } mine || Of(t.LowLower, t.LowUpper) is not { } theirs) return Said(Verdict.NotAssessed, share - other);
        var interval = IndependentDifference.Of(share, mine, other, theirs);
        return Said(interval.Lower > 0 || interval.Upper < 0 ? Verdict.Beyond : Verdict.Within, share - other, interval);
    }

    static Interval? Of(double? lower, double? upper) => lower is { } from && upper is { } to ? new Interval(from, to) : null;
}
