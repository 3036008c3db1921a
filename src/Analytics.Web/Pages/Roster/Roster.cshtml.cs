using Analytics.Web.Access;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Roster;

/// <summary>The roster of a round by unit: who is put to the vote where, and which units nothing is said of.</summary>
[Authorize(Policy = Policies.Names)]
[KeptPage]
sealed class RosterModel(IMediator mediator, CurrentViewer current) : PageModel
{
    const int PageSize = 100;

    [FromRoute] public string Code { get; set; } = "";
    [FromQuery] public string? District { get; set; }
    [FromQuery] public string? State { get; set; }
    [FromQuery(Name = "page")] public int? PageNumber { get; set; }

    public RosterUnits Data { get; private set; } = null!;
    public RoundView Round { get; private set; } = null!;
    public IReadOnlyList<RosterUnit> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public PagePlace Place { get; private set; } = PagePlace.Of(1, 0, PageSize);
    public IReadOnlyList<(string Code, string Name)> Areas => Data.Areas;

    public bool Filtered => !string.IsNullOrEmpty(District) || !string.IsNullOrEmpty(State);

    public bool MayLoad => current.Required.May(Policies.Import);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (State is not (null or "") && !RosterUnit.States.Contains(State)) return NotFound();
        if (await mediator.Send(new RosterUnitsQuery(Code), ct) is not { } data || await mediator.Send(new RoundQuery(Code), ct) is not { } round) return NotFound();
        (Data, Round) = (data, round);
        if (Request.Query.ContainsKey("format"))
        {
            var file = await mediator.Send(new RosterFileQuery(Code, District ?? ""), ct);
            return this.Export(file.ToTable, data.Round.Sample) ?? NotFound();
        }
        var wanted = !Filtered ? data.Units : data.Units.Where(u => (string.IsNullOrEmpty(District) || u.Area == District) && (string.IsNullOrEmpty(State) || u.State == State)).ToList();
        Total = wanted.Count;
        Place = PagePlace.Of(PageNumber ?? 1, Total, PageSize);
        Rows = wanted.Skip(Place.Skip).Take(PageSize).ToList();
        return Page();
    }
}
