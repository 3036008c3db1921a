using Analytics.Domain.Rounds;
using Analytics.Domain.Trends;
using Analytics.Web.Access;
using Analytics.Web.Pages.Charts;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Tables;
using Analytics.Web.Shared.Trends;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Positions;

/// <summary>One post: through the rounds, across the areas of one round, and the rules it was voted on under.</summary>
[Authorize(Policy = Policies.Results)]
[KeptPage]
sealed class PositionModel(IMediator mediator, QueryContext context, Texts texts, Formats formats, RoundWords words, Language language, ComparabilityMarks marks) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";
    [BindProperty(SupportsGet = true)] public string? Round { get; set; }
    [BindProperty(SupportsGet = true)] public string? Sort { get; set; }
    [FromQuery(Name = "page")] public int? PageNumber { get; set; }
    [BindProperty(SupportsGet = true, Name = "table")] public string? AskedTable { get; set; }

    public RoundView View { get; private set; } = null!;
    public Result Post { get; private set; } = null!;
    public RoundGroup? Group { get; private set; }
    public RoundGroups Areas { get; private set; } = null!;
    public GroupTable Table { get; private set; } = null!;
    public PagePlace Place { get; private set; } = PagePlace.Of(1, 0, ChartPart.Most);
    public PostSpread? Spread { get; private set; }
    public string Name => Post.Position.Name(language.English);

    /// <param name="PooledRounds">Rounds held in several cities, over which its ballots are not added up.</param>
    /// <param name="Regimes">Rules of its rounds and those that name it, the latest first.</param>
    public sealed record Result(Position Position, IReadOnlyList<TrendRow> Trend, IReadOnlySet<int> PooledRounds, IReadOnlyList<Regime> Regimes, Position? Previous, Position? Next);

    /// <summary>Null: no such post.</summary>
    public sealed record Query(string Code) : IQuery<Result?>;

    internal sealed class Handler(QueryContext context) : MediatR.RequestHandler<Query, Result?>
    {
        protected override Result? Handle(Query request)
        {
            var reference = context.Reference;
            if (reference.Position(request.Code) is not { } position) return null;
            var trend = TrendQuery.Stored(context.Db, reference, TrendBy.Position).Where(r => r.Snapshot.Key == request.Code).ToList();
            var used = trend.Select(r => r.Round.RegimeId).ToHashSet(StringComparer.Ordinal);
            var regimes = reference.Regimes.Values.Where(r => used.Contains(r.Id) || r.Positions.Contains(request.Code))
                .OrderByDescending(r => r.ValidFrom).ThenBy(r => r.Id, StringComparer.Ordinal).ToList();
            var posts = reference.Positions.ToList();
            var at = posts.IndexOf(position);
            var pooled = TrendQuery.Stored(context.Db, reference, TrendBy.City).GroupBy(r => r.Round.Id).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
            return new(position, trend, pooled, regimes, at > 0 ? posts[at - 1] : null, at + 1 < posts.Count ? posts[at + 1] : null);
        }
    }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await mediator.Send(new RoundQuery(Round), ct) is not { } view || await mediator.Send(new Query(Code), ct) is not { } post) return NotFound();
        (View, Post) = (view, post);
        Group = (await mediator.Send(new RoundGroupsQuery(TrendBy.Position, view.Round.Code), ct)).Groups.FirstOrDefault(g => g.Snapshot.Key == Code);
        var all = await mediator.Send(new RoundGroupsQuery(TrendBy.DistrictPosition, view.Round.Code), ct);
        Areas = new RoundGroups(all.Groups.Where(g => g.Snapshot.Position == Code).ToList(), Group?.Row);
        Spread = (await mediator.Send(new PostSpreadQuery(view.Round.Code), ct)).FirstOrDefault(s => s.Position == Code);
        var places = await mediator.Send(new Districts.AreaPlacesQuery(view.Round.Code), ct);
        var lines = GroupTable.Sorted(Areas.Groups.Select(g => Line(g, places)), GroupTable.Order(Sort));
        Place = PagePlace.Of(PageNumber ?? 1, lines.Count, ChartPart.Most);
        Table = new GroupTable(texts["position.areas", words.Name(view.Round)], texts["position.areas.sub", words.Base(view.Regime)] + words.SpacedCoverage(view),
            texts["table.area"], texts["group-table.units"], SizeIsOfficials: false, view, lines, Group?.Row, view.City is null ? texts["groups.all-cities"] : texts["position.whole", view.City],
            GroupTable.Order(Sort), Table: "areas")
        { Place = Place };
        return this.Export(() => AskedTable == "areas" ? TrendTable.Of($"position-{Code}-areas-{view.Round.Code}", lines.Select(l => l.Group.Row)) : TrendTable.Of($"position-{Code}", post.Trend), view.Round.Sample) ?? Page();
    }

    GroupLine Line(RoundGroup g, Districts.AreaPlaces places)
    {
        var place = places.Of(g.Snapshot.Key);
        return new(g, g.Row.Name, $"/districts/{Uri.EscapeDataString(g.Snapshot.Key)}?round={Uri.EscapeDataString(View.Round.Code)}", $"{formats.Count(g.Snapshot.Units)}/{formats.Count(place.Expected)}", place.SortName);
    }

    /// <param name="Marks">What happened since the comparable round before it.</param>
    public sealed record RoundLine(TrendRow Row, Regime Regime, bool Pooled, string Coverage, IReadOnlyList<string> Marks);

    /// <summary>Its rounds apart by what may be compared, the latest first.</summary>
    public IEnumerable<IReadOnlyList<RoundLine>> Families() => Post.Trend.Select((r, i) => new RoundLine(r, context.Reference.RegimeOf(r.Round), Post.PooledRounds.Contains(r.Round.Id), r.Round.Id == View.Round.Id ? words.Coverage(View) : "",
            i > 0 ? marks.Between(Post.Trend[i - 1].Round, r.Round, TrendBy.Position, Code) : [])).Reverse()
        .GroupBy(r => (r.Regime.Family, r.Row.Round.Level)).Select(g => g.ToList());

    public string FalseAlarms => Sentence.FalseAlarms(Areas);

    GroupSentence Sentence => new(texts, formats, "area");

    public bool ByCity => View.Cities > 1;

    public IEnumerable<string> Lead()
    {
        if (Group is null) yield return texts["position.no-results", words.Name(View.Round)];
        else if (ByCity) yield return texts["positions.lead.cities", formats.Count(View.Cities)];
        else if (Group is { Snapshot: { LowShare: { } low } s } group)
        {
            yield return texts["groups.whole", Name, formats.Share(group.Row.FavourableShare), words.LowName(View.Regime), formats.Share(low), words.SpacedCoverage(View)];
            if (s.Change is { } change && s.PreviousRoundId is { } previous && context.Reference.Round(previous) is { } before && !group.TooFew)
                yield return texts["district.change", RoundWords.Year(before), formats.Change(change), words.Beyond(group.Changed)];
            if (Areas.Groups.Count == 0) yield break;
            yield return Sentence.Different(Areas, g => g.Row.Name);
            yield return Sentence.Changed(Areas, g => g.Row.Name);
        }
        else yield return texts["position.undetermined", formats.Count(Group.Snapshot.LeftOut), words.Name(View.Round)];
    }
}
