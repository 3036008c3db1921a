using Analytics.Domain.Rounds;
using Analytics.Domain.Trends;
using Analytics.Web.Access;
using Analytics.Web.Pages.Charts;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Parts;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Tables;
using Analytics.Web.Shared.Trends;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Analysis;

/// <summary>Groups compared with one another and with themselves, each picture with what it shows and what it does not.</summary>
[Authorize(Policy = Policies.Results)]
[KeptPage]
sealed class AnalysisModel(IMediator mediator, QueryContext context, Texts texts, Formats formats, RoundWords words, Language language) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Round { get; set; }
    [BindProperty(SupportsGet = true)] public string? Position { get; set; }
    [BindProperty(SupportsGet = true)] public string? District { get; set; }
    [FromQuery(Name = "before")] public string? BeforeCode { get; set; }
    [FromQuery(Name = "page")] public int? PageNumber { get; set; }

    public RoundView? View { get; private set; }
    public IReadOnlyList<(string Code, string Name)> Areas { get; private set; } = [];
    public IReadOnlyList<Position> Posts { get; private set; } = [];

    /// <summary>What is compared: areas, areas by one post, or the posts of one area.</summary>
    public RoundGroups Groups { get; private set; } = new([], null);

    /// <summary>The round the changes are measured from: the one asked for, or the one before; null: none may be compared.</summary>
    public Round? Before { get; private set; }

    /// <summary>Earlier rounds with the same kind of ballot, the latest first: the only ones a change may be measured from.</summary>
    public IReadOnlyList<Round> Earlier { get; private set; } = [];

    /// <summary>Which of the groups the pictures show, where there are very many.</summary>
    public PagePlace Place => PagePlace.Of(PageNumber ?? 1, Groups.Groups.Count, ChartPart.Most);

    /// <summary>Null: there are too few areas, or one area is looked at.</summary>
    public AreaFunnel? Funnel { get; private set; }

    public bool InArea => District is { Length: > 0 };
    public bool OfPost => Position is { Length: > 0 };

    /// <summary>One post of one area: a single group has nothing to be compared with but its own rounds.</summary>
    public bool IsSingle => InArea && OfPost;

    public string AreaName => Areas.FirstOrDefault(a => a.Code == District).Name ?? "";
    public string PostName => Posts.FirstOrDefault(p => p.Code == Position)?.Name(language.English) ?? "";

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        View = await mediator.Send(new RoundQuery(Round), ct);
        if (View is null) return string.IsNullOrEmpty(Round) ? Page() : NotFound();
        var areas = await mediator.Send(new RoundGroupsQuery(TrendBy.District, View.Round.Code), ct);
        var posts = await mediator.Send(new RoundGroupsQuery(TrendBy.DistrictPosition, View.Round.Code), ct);
        Areas = areas.Groups.Select(g => (g.Snapshot.Key, g.Row.Name)).ToList();
        Posts = context.Reference.Positions.Where(p => posts.Groups.Any(g => g.Snapshot.Position == p.Code)).ToList();
        if (InArea && AreaName.Length == 0 || OfPost && PostName.Length == 0) return NotFound();
        Groups = !InArea && !OfPost ? areas : posts with { Groups = posts.Groups.Where(g => (!InArea || g.Snapshot.Key == District) && (!OfPost || g.Snapshot.Position == Position)).ToList() };
        Earlier = context.Reference.Rounds.Where(r => r.IsBefore(View.Round) && context.Reference.AreComparable(r, View.Round)).Reverse().ToList();
        if (BeforeCode is { Length: > 0 } && context.Reference.Round(BeforeCode) is null) return NotFound();
        // Who changes the round may leave an earlier one behind that it cannot be compared with: the one before it then stands, and the page names it.
        Before = Earlier.FirstOrDefault(r => r.Code == BeforeCode) ?? (Groups.PreviousRoundId is { } previous ? context.Reference.Round(previous) : null);
        if (!InArea) Funnel = await mediator.Send(new AreaFunnelQuery(View.Round.Code, Position ?? ""), ct);
        return Page();
    }

    public string Title => string.Join(", ", new[] { PostName, AreaName }.Where(n => n.Length > 0)) is { Length: > 0 } chosen ? chosen : View?.City ?? "";

    public Crumb[] Crumbs(string query) => InArea || OfPost
        ? [new(texts["nav.districts"], "/districts" + query), new(texts["analysis.title"], "/analysis" + query), new(Title)]
        : [new(texts["nav.districts"], "/districts" + query), new(texts["analysis.title"])];

    GroupSentence Sentence => new(texts, formats, InArea ? "position" : "area");

    string NameOf(RoundGroup g) => InArea ? context.Reference.Position(g.Snapshot.Position)?.Name(language.English) ?? g.Snapshot.Position : g.Row.Name;

    /// <summary>What differs and what changed beyond chance.</summary>
    public IEnumerable<string> Lead()
    {
        if (View!.Cities > 1)
        {
            yield return texts["analysis.cities", formats.Count(View.Cities)];
            yield break;
        }
        if (View.Unfinished) yield return texts["analysis.unfinished", words.Coverage(View)];
        yield return Sentence.Different(Groups, NameOf);
        yield return Sentence.Changed(Groups, NameOf);
    }

    public string Outside => Funnel is { } funnel ? new FunnelSentence(texts, formats).Of(funnel) : "";

    /// <summary>How many groups would seem to differ by chance alone.</summary>
    public string FalseAlarms => View!.Cities > 1 ? "" : Sentence.FalseAlarms(Groups);
}
