using Analytics.Domain.Rounds;
using Analytics.Domain.Trends;
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

namespace Analytics.Web.Pages.Compare;

/// <summary>Two rounds or two areas side by side, post by post, with what may be said of the difference.</summary>
[Authorize(Policy = Policies.Results)]
[KeptPage]
sealed class CompareModel(IMediator mediator, QueryContext context, Texts texts, Formats formats, RoundWords words, Language language) : PageModel
{
    [FromQuery(Name = "round")] public string? Asked { get; set; }
    [FromQuery(Name = "district")] public string? Area { get; set; }
    [FromQuery(Name = "other-round")] public string? OtherRound { get; set; }
    [FromQuery(Name = "other-district")] public string? OtherArea { get; set; }

    public Comparison? Data { get; private set; }

    public sealed record AreaChoice(string Code, string Name);

    /// <summary>Areas with figures in any round that the viewer may see.</summary>
    public sealed record AreasQuery : IQuery<IReadOnlyList<AreaChoice>>;

    internal sealed class Handler(QueryContext context) : RequestHandler<AreasQuery, IReadOnlyList<AreaChoice>>
    {
        protected override IReadOnlyList<AreaChoice> Handle(AreasQuery request) => context.Db.Snapshots.Where(s => s.By == TrendBy.District).Select(s => s.Key).Distinct().ToList()
            .Order(StringComparer.Ordinal).Select(c => new AreaChoice(c, context.Reference.Units.Nearest(c, context.Today)?.Name ?? c)).ToList();
    }

    public IReadOnlyList<AreaChoice> Areas { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        Areas = await mediator.Send(new AreasQuery(), ct);
        if (await mediator.Send(new RoundQuery(Empty(Asked)), ct) is not { } view) return Empty(Asked) is null ? Page() : NotFound();
        var other = Empty(OtherRound) ?? Before(view.Round)?.Code ?? view.Round.Code;
        if (await mediator.Send(new ComparisonQuery(view.Round.Code, Empty(Area), other, Empty(OtherArea)), ct) is not { } data) return NotFound();
        Data = data;
        Top = await Highest(data.First, ct) is { } a && await Highest(data.Second, ct) is { } b ? Math.Max(a, b) : null;
        return this.Export(() => Table(data), data.First.View.Round.Sample || data.Second.View.Round.Sample) ?? Page();
    }

    /// <summary>How far up the trends of both sides reach, so that they stand on one scale.</summary>
    public double? Top { get; private set; }

    async Task<double?> Highest(Side side, CancellationToken ct)
    {
        var key = side.Area ?? side.View.Whole?.Snapshot.Key;
        var trend = key is null ? null : await mediator.Send(new GroupTrendQuery(side.Area is null ? TrendBy.City : TrendBy.District, key), ct);
        return trend?.Rows.Max(r => r.Snapshot.LowUpper ?? r.Snapshot.LowShare);
    }

    static string? Empty(string? asked) => string.IsNullOrEmpty(asked) ? null : asked;

    /// <summary>The latest comparable round before it.</summary>
    Round? Before(Round round) => context.Reference.Rounds.LastOrDefault(r => r.IsBefore(round) && context.Reference.AreComparable(r, round));

    public string PostName(string code) => code.Length == 0 ? texts["compare.all"] : context.Reference.Position(code)?.Name(language.English) ?? code;

    /// <summary>Place and year: what tells a side from the other.</summary>
    public string NameOf(Side side) => $"{(side.Place.Length > 0 ? side.Place : texts["compare.whole"])}, {RoundWords.Year(side.View.Round)}";

    public string Lead(Comparison data)
    {
        var (first, second, line) = (data.First, data.Second, data.Lines[^1]);
        if (line.Verdict == Verdict.Missing) return texts["compare.lead.missing"];
        string Said(Side side, RoundGroup group) => texts["compare.lead.side", NameOf(side), formats.Share(group.Row.FavourableShare), words.LowName(side.View.Regime), formats.Share(group.Snapshot.LowShare), words.SpacedCoverage(side.View)];
        return $"{Said(first, line.First!)} {Said(second, line.Second!)} {Sentence(line, second)}";
    }

    string Sentence(ComparedLine line, Side second) => line.Verdict switch
    {
        Verdict.OtherKind => texts["compare.lead.other-kind"],
        Verdict.TooFew => texts["compare.lead.too-few"],
        Verdict.NotAssessed => texts["compare.lead.not-assessed", Difference(line)],
        _ => texts["compare.lead.difference", Difference(line), formats.PointInterval(line.Interval?.Lower, line.Interval?.Upper), words.Beyond(line.Verdict == Verdict.Beyond), NameOf(second)],
    };

    /// <summary>Higher or lower by so many points.</summary>
    public string Difference(ComparedLine line) => line.Difference is not { } d ? Formats.Dash
        : Math.Round(d, 3) == 0 ? texts["compare.same"]
        : texts[d > 0 ? "compare.higher" : "compare.lower", formats.ShortPoints(Math.Abs(d))];

    public string Remark(ComparedLine line) => texts["compare.verdict." + line.Verdict.ToString().ToLowerInvariant()];

    static ExportTable Table(Comparison data) => ExportTable.Of($"compare-{data.First.View.Round.Code}-{data.First.Area}-{data.Second.View.Round.Code}-{data.Second.Area}", data.Lines,
        ("position", l => l.Post.Length > 0 ? l.Post : null), ("round", _ => data.First.View.Round.Code), ("district", _ => data.First.Area), ("base", l => l.First?.Snapshot.Base), ("low_share", l => l.First?.Snapshot.LowShare),
        ("low_lower", l => l.First?.Snapshot.LowLower), ("low_upper", l => l.First?.Snapshot.LowUpper), ("favourable_share", l => l.First?.Row.FavourableShare),
        ("other_round", _ => data.Second.View.Round.Code), ("other_district", _ => data.Second.Area), ("other_base", l => l.Second?.Snapshot.Base), ("other_low_share", l => l.Second?.Snapshot.LowShare),
        ("other_low_lower", l => l.Second?.Snapshot.LowLower), ("other_low_upper", l => l.Second?.Snapshot.LowUpper), ("other_favourable_share", l => l.Second?.Row.FavourableShare),
        ("difference", l => l.Difference), ("difference_lower", l => l.Interval?.Lower), ("difference_upper", l => l.Interval?.Upper), ("verdict", l => l.Verdict.ToString().ToLowerInvariant()));
}
