using System.Globalization;
using Analytics.Domain.Coverage;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Coverage;

/// <summary>Who has not reported: how far every unit of a round has come, overdue first. No names of officials.</summary>
[Authorize(Policy = Policies.Results)]
[KeptPage]
sealed class CoverageModel(IMediator mediator, CurrentViewer current, QueryContext context) : PageModel
{
    public const int PageSize = 50;

    [FromQuery(Name = "round")] public string? RoundCode { get; set; }
    [FromQuery] public string? District { get; set; }
    [FromQuery] public string? State { get; set; }
    [FromQuery] public string? Sort { get; set; }
    [FromQuery(Name = "page")] public int? PageNumber { get; set; }
    /// <summary>How many records a form has just made.</summary>
    [FromQuery] public int? Recorded { get; set; }

    public RoundView? Round { get; private set; }
    public ProgressView View { get; private set; } = null!;
    /// <summary>How many units of the chosen area are in each state, whatever else is filtered.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();
    /// <summary>Under all filters; <see cref="Rows"/> is one page of them.</summary>
    public int Total { get; private set; }
    public IReadOnlyList<UnitProgress> Rows { get; private set; } = [];
    public PagePlace Place { get; private set; } = PagePlace.Of(1, 0, PageSize);
    [FromQuery(Name = "areas")] public int? AreasPage { get; set; }
    public string? Mistake { get; private set; }

    public bool MayRecord => current.Required.May(Policies.Import);
    public bool Filtered => !string.IsNullOrEmpty(District) || !string.IsNullOrEmpty(State);
    public string Today => context.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (!await Find(ct)) return NotFound();
        return Round is null ? Page() : this.Export(() => ProgressTable.Of(View, Wanted()), Round.Round.Sample) ?? Page();
    }

    /// <summary>One step and one day for several units at once.</summary>
    public async Task<IActionResult> OnPost([FromForm] List<int> units, [FromForm] string? step, [FromForm] DateOnly? on, CancellationToken ct)
    {
        if (!MayRecord || !await Find(ct) || Round is null) return NotFound();
        Mistake = units.Count == 0 ? "coverage.record.no-unit"
            : CoverageSteps.Parse(step) is not { } known || !CoverageSteps.Recorded.Contains(known) ? "coverage.record.no-step"
            : RecordStepsCommand.Mistake(known, on, context.Today);
        if (Mistake is not null) return Page();
        var recorded = await mediator.Send(new RecordStepsCommand(Round.Round.Id, units, CoverageSteps.Parse(step)!.Value, on!.Value, ""), ct);
        var query = QueryString.Create(new Dictionary<string, string?> { ["round"] = Round.Round.Code, ["district"] = District, ["state"] = State, ["recorded"] = recorded.ToString(CultureInfo.InvariantCulture) }
            .Where(p => !string.IsNullOrEmpty(p.Value)));
        return new SeeOther("/coverage" + query + "#units");
    }

    IEnumerable<UnitProgress> InArea(IEnumerable<UnitProgress> units) => string.IsNullOrEmpty(District) ? units : units.Where(u => u.Area == District);

    IReadOnlyList<UnitProgress> Wanted()
    {
        var units = Sort == "unit" ? View.Progress.Units : View.ByUrgency;
        return Filtered ? InArea(units).Where(u => CoverageFilter.IsIn(u, State ?? "", View)).ToList() : units;
    }

    async Task<bool> Find(CancellationToken ct)
    {
        if (State is not (null or "") && !CoverageFilter.States.Contains(State) || Sort is not (null or "") && !CoverageFilter.Sorts.Contains(Sort)) return false;
        Round = await mediator.Send(new RoundQuery(RoundCode), ct);
        if (Round is null) return string.IsNullOrEmpty(RoundCode);
        View = await mediator.Send(new ProgressViewQuery(Round.Round.Code), ct);
        Counts = string.IsNullOrEmpty(District) ? View.Counts : CoverageFilter.Counts(InArea(View.Progress.Units), View);
        var wanted = Wanted();
        Total = wanted.Count;
        Place = PagePlace.Of(PageNumber ?? 1, Total, PageSize);
        Rows = wanted.Skip(Place.Skip).Take(PageSize).ToList();
        return true;
    }
}
