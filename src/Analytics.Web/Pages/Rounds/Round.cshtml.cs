using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Domain.Trends;
using Analytics.Web.Access;
using Analytics.Web.OfficeSettings;
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

namespace Analytics.Web.Pages.Rounds;

/// <summary>One round: what it says, who has not reported, results by post or by city, bands, thresholds, the rule.</summary>
[Authorize(Policy = Policies.Results)]
[KeptPage]
sealed class RoundModel(IMediator mediator, QueryContext context, Texts texts, Formats formats, RoundWords words, Language language) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";
    [BindProperty(SupportsGet = true, Name = "round")] public string? Picked { get; set; }
    [BindProperty(SupportsGet = true, Name = "table")] public string? AskedTable { get; set; }

    public RoundView View { get; private set; } = null!;
    public Result Data { get; private set; } = null!;
    public RoundGroups Posts { get; private set; } = null!;
    public RoundGroups Cities { get; private set; } = null!;
    public IReadOnlyList<PostSpread> Spreads { get; private set; } = [];

    /// <param name="Previous">The round before this one at the same level; null for the first.</param>
    public sealed record Result(RoundDistribution Distribution, FavourableBands Bands, IReadOnlyList<Position> Positions, Round? Previous, Round? Next);

    public sealed record Query(string RoundCode) : IQuery<Result?>;

    internal sealed class Handler(QueryContext context, InstallationSettings settings) : MediatR.RequestHandler<Query, Result?>
    {
        protected override Result? Handle(Query request)
        {
            var reference = context.Reference;
            if (reference.Round(request.RoundCode) is not { } round) return null;
            var bands = settings.Of(context.Db).Bands;
            var distribution = RoundDistribution.Of(context.Db, reference, round, bands);
            var level = reference.Rounds.Where(r => r.Level == round.Level).ToList();
            var at = level.IndexOf(round);
            return new(distribution, bands, reference.Positions.Where(p => distribution.ByPosition.ContainsKey(p.Code)).ToList(), at > 0 ? level[at - 1] : null, at + 1 < level.Count ? level[at + 1] : null);
        }
    }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(Picked) && Picked != Code) return Redirect("/rounds/" + Uri.EscapeDataString(Picked));
        if (await mediator.Send(new RoundQuery(Code), ct) is not { } view || await mediator.Send(new Query(Code), ct) is not { } data) return NotFound();
        (View, Data) = (view, data);
        Posts = await mediator.Send(new RoundGroupsQuery(TrendBy.Position, Code), ct);
        Spreads = await mediator.Send(new PostSpreadQuery(Code), ct);
        Cities = await mediator.Send(new RoundGroupsQuery(TrendBy.City, Code), ct);
        return this.Export(Export, view.Round.Sample) ?? Page();
    }

    /// <summary>Pooled over several cities a share says nothing: then results stand by city.</summary>
    public bool ByCity => View.Cities > 1;

    ExportTable Export() => AskedTable switch
    {
        "distribution" => DistributionTable.Of($"round-{Code}-distribution", Data.Bands.Keys, Lines(), Standings),
        "missing" => ExportTable.Of($"round-{Code}-missing", View.Coverage.Missing, ("unit", u => u.Unit.Code), ("unit_name", u => u.Unit.Name), ("area", u => u.Area), ("officials_due", u => u.Due),
            ("due", _ => View.Round.Due), ("overdue", _ => View.Coverage.IsOverdue(View.Today))),
        "cities" => TrendTable.Of($"round-{Code}-cities", Cities.Groups.Select(g => g.Row)),
        _ => TrendTable.Of($"round-{Code}", (ByCity ? Cities : Posts).Groups.Select(g => g.Row)),
    };

    public string FalseAlarms => new GroupSentence(texts, formats, "position").FalseAlarms(Posts);

    public GroupTable PostTable() => new(texts["round.posts"], texts["round.posts.sub", words.Base(View.Regime)] + words.SpacedCoverage(View), texts["table.position"],
        texts["group-table.officials"], SizeIsOfficials: true, View,
        Posts.Groups.Select(g => new GroupLine(g, PostName(g.Snapshot.Key), $"/positions/{Uri.EscapeDataString(g.Snapshot.Key)}?round={Uri.EscapeDataString(Code)}", Officials(g.Snapshot), "")).ToList(),
        View.Whole, View.City ?? "");

    /// <summary>With a base, of those due by the roster; without a roster, of those voted on.</summary>
    string Officials(Snapshot s)
    {
        var counted = Data.Distribution.ByPosition.GetValueOrDefault(s.Key);
        var due = View.Coverage.FromRoster ? View.Coverage.DueByPosition.GetValueOrDefault(s.Key) : counted?.Officials - counted?.Exempt;
        return $"{formats.Count(s.Officials)}/{formats.Count(due)}";
    }

    public string PostName(string code) => context.Reference.Position(code)?.Name(language.English) ?? code;

    public string AreaName(string code) => context.Reference.Units.Nearest(code, View.Round.HeldFrom)?.Name ?? code;

    /// <summary>Codes the round's rule may give, weakest first, each once.</summary>
    public IReadOnlyList<string> Standings => View.Regime.Thresholds.Select(t => t.Standing).Distinct(StringComparer.Ordinal).Reverse().ToList();

    /// <summary>Bands and standings by post, then all together.</summary>
    public IEnumerable<(string Code, string Name, Distribution Distribution)> Lines() => Data.Positions
        .Select(p => (p.Code, p.Name(language.English), Data.Distribution.ByPosition[p.Code]))
        .Append(("", texts["round.all"], Data.Distribution.All));

    public IEnumerable<string> Lead()
    {
        var sentence = new RoundSentence(texts, formats, words);
        yield return sentence.Reported(View);
        var all = Data.Distribution.All;
        if (ByCity) yield return texts["round.lead.cities", formats.Count(View.Cities), formats.Count(all.Officials), formats.Count(all.WithBase), formats.Count(all.Undetermined)];
        else if (all.WithBase == 0 && all.Officials > 0) yield return texts.Counted("round.lead.undetermined", all.Undetermined, formats.Count(all.Undetermined), words.Base(View.Regime));
        else
        {
            yield return sentence.Shares(View, context.Reference);
            yield return sentence.Positions(Posts, PostName);
        }
    }

    /// <summary>How late results are, in words.</summary>
    public string Lateness(UnitCoverage unit) => View.Round.Due is not { } due ? texts["round.missing.no-due"]
        : due < View.Today ? texts.Counted("round.missing.overdue", View.Today.DayNumber - due.DayNumber, formats.Count(View.Today.DayNumber - due.DayNumber))
        : texts["round.missing.until", formats.ShortDate(due)];
}
