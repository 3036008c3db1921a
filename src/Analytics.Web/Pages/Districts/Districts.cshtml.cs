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

namespace Analytics.Web.Pages.Districts;

/// <summary>The areas of a round in administrative order: where the low share differs or changed, and whether it is noise.</summary>
[Authorize(Policy = Policies.Results)]
[KeptPage]
sealed class DistrictsModel(IMediator mediator, Texts texts, Formats formats, RoundWords words) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Round { get; set; }
    [BindProperty(SupportsGet = true)] public string? Sort { get; set; }
    [FromQuery(Name = "page")] public int? PageNumber { get; set; }

    public RoundView? View { get; private set; }
    public RoundGroups Groups { get; private set; } = new([], null);
    public GroupTable? Table { get; private set; }
    /// <summary>Of the table and, in administrative order, of the pictures.</summary>
    public PagePlace Place { get; private set; } = PagePlace.Of(1, 0, ChartPart.Most);
    public string Order => GroupTable.Order(Sort);

    GroupSentence Sentence => new(texts, formats, "area");

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        View = await mediator.Send(new RoundQuery(Round), ct);
        if (View is null) return string.IsNullOrEmpty(Round) ? Page() : NotFound();
        Groups = await mediator.Send(new RoundGroupsQuery(TrendBy.District, View.Round.Code), ct);
        var places = await mediator.Send(new AreaPlacesQuery(View.Round.Code), ct);
        var lines = GroupTable.Sorted(Groups.Groups.Select(g => Line(g, places)), Order);
        if (this.Export(() => TrendTable.Of("districts-" + View.Round.Code, lines.Select(l => l.Group.Row)), View.Round.Sample) is { } file) return file;
        Place = PagePlace.Of(PageNumber ?? 1, lines.Count, ChartPart.Most);
        Table = new GroupTable(texts["districts.table"],
            texts["districts.table.sub", texts["districts.sort." + (Order.Length > 0 ? Order : "code")], words.Base(View.Regime)] + words.SpacedCoverage(View),
            texts["table.area"], texts["group-table.units"], SizeIsOfficials: false, View, lines, View.Whole, View.City ?? "", Order)
        {
            Trends = await mediator.Send(new SparkLinesQuery(TrendBy.District, View.Round.Code, View.Unfinished), ct),
            Place = Place,
        };
        return Page();
    }

    GroupLine Line(RoundGroup g, AreaPlaces places)
    {
        var place = places.Of(g.Snapshot.Key);
        return new GroupLine(g, g.Row.Name, $"/districts/{Uri.EscapeDataString(g.Snapshot.Key)}?round={Uri.EscapeDataString(View!.Round.Code)}",
            $"{formats.Count(place.Reported)}/{formats.Count(place.Expected)}", place.SortName);
    }

    public IEnumerable<string> Lead()
    {
        if (View?.Whole is { Snapshot.LowShare: { } low } whole)
            yield return texts["groups.whole", View.City ?? "", formats.Share(whole.FavourableShare), words.LowName(View.Regime), formats.Share(low), words.SpacedCoverage(View)];
        yield return Sentence.Different(Groups, g => g.Row.Name);
        yield return Sentence.Changed(Groups, g => g.Row.Name);
    }

    public string FalseAlarms => Sentence.FalseAlarms(Groups);
}
