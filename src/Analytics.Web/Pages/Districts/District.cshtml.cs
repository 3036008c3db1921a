using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Domain.Trends;
using Analytics.Domain.Units;
using Analytics.Web.Access;
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
using Microsoft.EntityFrameworkCore;
using Unit = Analytics.Domain.Units.Unit;

namespace Analytics.Web.Pages.Districts;

/// <summary>One area: through the rounds, by post, its units, and what became of them.</summary>
[Authorize(Policy = Policies.Results)]
[KeptPage]
sealed class DistrictModel(IMediator mediator, QueryContext context, Texts texts, Formats formats, RoundWords words, Language language, ComparabilityMarks marks) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";
    [BindProperty(SupportsGet = true)] public string? Round { get; set; }
    [BindProperty(SupportsGet = true, Name = "table")] public string? AskedTable { get; set; }

    public RoundView View { get; private set; } = null!;
    public Result Area { get; private set; } = null!;
    public RoundGroup? Group { get; private set; }
    public GroupTable Posts { get; private set; } = null!;
    public AreaUnits Units { get; private set; } = null!;
    public bool SeesUnits { get; private set; }
    public AreaSpread Spread { get; private set; } = null!;
    public RoundGroups PostGroups { get; private set; } = null!;

    /// <param name="Trend">The area's row of every round.</param>
    /// <param name="ByPost">Its rows by post and round.</param>
    /// <param name="Lineage">What its units were made into, and what its present ones were made from.</param>
    public sealed record Result(
        string Name, IReadOnlyList<TrendRow> Trend, IReadOnlyList<TrendRow> ByPost, IReadOnlyList<Reorganised> Lineage,
        (string Code, string Name)? Previous, (string Code, string Name)? Next);

    public sealed record Reorganised(UnitChange Change, Unit From, Unit To, string? FromArea, string? ToArea);

    /// <summary>Null: no such area in the viewer's scope.</summary>
    public sealed record Query(string Code) : IQuery<Result?>;

    internal sealed class Handler(QueryContext context) : MediatR.RequestHandler<Query, Result?>
    {
        protected override Result? Handle(Query request)
        {
            var (db, reference) = (context.Db, context.Reference);
            var codes = db.Snapshots.Where(s => s.By == TrendBy.District).Select(s => s.Key).Distinct().ToList().Order(StringComparer.Ordinal).ToList();
            var at = codes.IndexOf(request.Code);
            if (at < 0) return null;
            var trend = TrendQuery.Stored(db, reference, TrendBy.District).Where(r => r.Snapshot.Key == request.Code).ToList();
            var byPost = TrendQuery.Stored(db, reference, TrendBy.DistrictPosition).Where(r => r.Snapshot.Key == request.Code).ToList();
            (string, string)? Beside(int i) => i >= 0 && i < codes.Count ? (codes[i], reference.Units.Nearest(codes[i], context.Today)?.Name ?? codes[i]) : null;
            return new Result(trend[^1].Name, trend, byPost, Lineage(reference.Units, request.Code), Beside(at - 1), Beside(at + 1));
        }

        static List<Reorganised> Lineage(UnitBook book, string area) => book.Changes
            .Select(c => (Change: c, From: c.FromCode is { } f ? book.At(f, c.EffectiveDate.AddDays(-1)) : null, To: c.ToCode is { } t ? book.At(t, c.EffectiveDate) : null))
            .Where(c => c.From is { Level: UnitLevel.Commune } && c.To is not null)
            .Select(c => new Reorganised(c.Change, c.From!, c.To!, book.AreaOf(c.From!, c.Change.EffectiveDate.AddDays(-1)), book.AreaOf(c.To!, c.Change.EffectiveDate)))
            .Where(r => r.FromArea == area || r.ToArea == area)
            .OrderByDescending(r => r.Change.EffectiveDate).ThenBy(r => r.From.Code, StringComparer.Ordinal).ThenBy(r => r.To.Code, StringComparer.Ordinal).ToList();
    }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await mediator.Send(new RoundQuery(Round), ct) is not { } view || await mediator.Send(new Query(Code), ct) is not { } area) return NotFound();
        (View, Area) = (view, area);
        Group = (await mediator.Send(new RoundGroupsQuery(TrendBy.District, view.Round.Code), ct)).Groups.FirstOrDefault(g => g.Snapshot.Key == Code);
        Units = await mediator.Send(new AreaUnitsQuery(Code, view.Round.Code), ct);
        SeesUnits = context.Viewer.Scope.SeesUnits;
        Spread = await mediator.Send(new AreaSpreadQuery(Code, view.Round.Code), ct);
        var posts = await mediator.Send(new RoundGroupsQuery(TrendBy.DistrictPosition, view.Round.Code), ct);
        PostGroups = posts with { Groups = posts.Groups.Where(g => g.Snapshot.Key == Code).ToList() };
        Posts = PostsTable(PostGroups);
        return this.Export(Export, view.Round.Sample) ?? Page();
    }

    ExportTable Export() => AskedTable switch
    {
        "posts" => TrendTable.Of($"district-{Code}-posts-{View.Round.Code}", Posts.Lines.Select(l => l.Group.Row)),
        "units" => Units.ToTable($"district-{Code}-units-{View.Round.Code}"),
        "post-rounds" => TrendTable.Of($"district-{Code}-post-rounds", Area.ByPost),
        "lineage" => ExportTable.Of($"district-{Code}-lineage", Area.Lineage, ("effective_date", r => r.Change.EffectiveDate), ("from_code", r => r.From.Code), ("from_name", r => r.From.Name),
            ("from_area", r => r.FromArea), ("to_code", r => r.To.Code), ("to_name", r => r.To.Name), ("to_area", r => r.ToArea), ("whole", r => r.Change.Whole), ("document", r => r.Change.Document)),
        _ => TrendTable.Of($"district-{Code}", Area.Trend),
    };

    public string FalseAlarms => new GroupSentence(texts, formats, "position").FalseAlarms(PostGroups);

    GroupTable PostsTable(RoundGroups posts) => new(
        texts["district.posts", words.Name(View.Round)], texts["district.posts.sub", words.Base(View.Regime)] + words.SpacedCoverage(View),
        texts["table.position"], texts["group-table.officials"], SizeIsOfficials: true, View,
        posts.Groups.Select(g => new GroupLine(g, PostName(g.Snapshot.Position), $"/positions/{Uri.EscapeDataString(g.Snapshot.Position)}?round={Uri.EscapeDataString(View.Round.Code)}", formats.Count(g.Snapshot.Officials), "")).ToList(),
        View.Whole, View.City ?? "", Bars: true, Table: "posts");

    public string PostName(string code) => context.Reference.Position(code)?.Name(language.English) ?? code;

    /// <summary>What the area's figures say beside the city's.</summary>
    public IEnumerable<string> Lead()
    {
        if (Group is not { Snapshot: { LowShare: { } low } s } group)
        {
            yield return texts["district.no-results", words.Name(View.Round)];
            yield break;
        }
        yield return texts["groups.whole", Area.Name, formats.Share(group.Row.FavourableShare), words.LowName(View.Regime), formats.Share(low), words.SpacedCoverage(View)];
        if (View.Whole?.Snapshot.LowShare is { } level && View.City is { } city)
            yield return texts["district.yardstick", city, formats.Share(level), texts[group.TooFew ? "district.too-few" : !group.Different ? "district.same" : group.IsHigher ? "district.higher" : "district.lower"]];
        if (!group.TooFew && s.Change is { } change && s.PreviousRoundId is { } previous && context.Reference.Round(previous) is { } before)
            yield return texts["district.change", RoundWords.Year(before), formats.Change(change), words.Beyond(group.Changed)];
    }

    /// <summary>Low share per post and round. Only the latest round can still be coming in.</summary>
    public PostRounds PostRounds()
    {
        var columns = RoundColumn.Of(Area.Trend.Select(r => r.Round), context.Reference, r => r.Code == View.Round.Code && View.Unfinished,
            (before, after) => marks.Between(before, after, TrendBy.District, Code));
        var posts = context.Reference.Positions.Where(p => Area.ByPost.Any(r => r.Snapshot.Position == p.Code));
        return new(texts["district.post-rounds"], texts["district.post-rounds.sub"], columns, posts.Select(p => new PostRow(p.Name(language.English), null, columns.Select(IReadOnlyList<PostCell> (c) =>
            Area.ByPost.FirstOrDefault(r => r.Snapshot.Position == p.Code && r.Round.Id == c.Round.Id) is { Snapshot: var s }
                ? [new PostCell(formats.Share(s.LowShare), Muted: ChanceTests.TooFew(s))]
                : []).ToList())).ToList(), "post-rounds");
    }
}
