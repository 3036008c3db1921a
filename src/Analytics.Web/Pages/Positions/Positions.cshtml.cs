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

namespace Analytics.Web.Pages.Positions;

/// <summary>The posts of a round in their order: how each was rated, what changed, and whether it is noise.</summary>
[Authorize(Policy = Policies.Results)]
[KeptPage]
sealed class PositionsModel(IMediator mediator, QueryContext context, Texts texts, Formats formats, RoundWords words, Language language) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Round { get; set; }
    [BindProperty(SupportsGet = true)] public string? Sort { get; set; }

    public RoundView? View { get; private set; }
    public RoundGroups Groups { get; private set; } = new([], null);
    public GroupTable? Table { get; private set; }

    /// <summary>In several provinces or cities the ballots of a post are not pooled.</summary>
    public bool ByCity => View is { Cities: > 1 };

    GroupSentence Sentence => new(texts, formats, "position");

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        View = await mediator.Send(new RoundQuery(Round), ct);
        if (View is null) return string.IsNullOrEmpty(Round) ? Page() : NotFound();
        Groups = await mediator.Send(new RoundGroupsQuery(TrendBy.Position, View.Round.Code), ct);
        var lines = GroupTable.Sorted(Groups.Groups.Select(Line), GroupTable.Order(Sort));
        if (this.Export(() => TrendTable.Of("positions-" + View.Round.Code, lines.Select(l => l.Group.Row)), View.Round.Sample) is { } file) return file;
        Table = new GroupTable(texts["round.posts"], texts["positions.table.sub", words.Base(View.Regime)] + words.SpacedCoverage(View),
            texts["table.position"], texts["group-table.officials"], SizeIsOfficials: true, View, lines, View.Whole, View.City ?? "", GroupTable.Order(Sort), Bars: true)
        {
            Trends = await mediator.Send(new SparkLinesQuery(TrendBy.Position, View.Round.Code, View.Unfinished), ct),
        };
        return Page();
    }

    GroupLine Line(RoundGroup g)
    {
        var name = PostName(g);
        var due = View!.Coverage.FromRoster ? View.Coverage.DueByPosition.GetValueOrDefault(g.Snapshot.Key) : g.Snapshot.Officials + g.Snapshot.LeftOut;
        return new(g, name, $"/positions/{Uri.EscapeDataString(g.Snapshot.Key)}?round={Uri.EscapeDataString(View.Round.Code)}", $"{formats.Count(g.Snapshot.Officials)}/{formats.Count(due)}", name);
    }

    string PostName(RoundGroup g) => context.Reference.Position(g.Snapshot.Key)?.Name(language.English) ?? g.Snapshot.Key;

    public IEnumerable<string> Lead()
    {
        if (ByCity)
        {
            yield return texts["positions.lead.cities", formats.Count(View!.Cities)];
            yield break;
        }
        if (View?.Whole is { Snapshot.LowShare: { } low } whole)
            yield return texts["groups.whole", View.City ?? "", formats.Share(whole.FavourableShare), words.LowName(View.Regime), formats.Share(low), words.SpacedCoverage(View)];
        yield return Sentence.Different(Groups, PostName);
        yield return Sentence.Changed(Groups, PostName);
    }

    public string FalseAlarms => ByCity ? "" : Sentence.FalseAlarms(Groups);
}
