using System.Globalization;
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
using Unit = Analytics.Domain.Units.Unit;

namespace Analytics.Web.Pages.Units;

/// <summary>Units through the rounds, each as it was reported or within the boundaries of today.</summary>
[Authorize(Policy = Policies.Results)]
[KeptPage]
sealed class UnitsModel(IMediator mediator, QueryContext context, Texts texts, Formats formats, ComparabilityMarks marks) : PageModel
{
    const int PageSize = 100;

    public const string Reported = "reported", WithinToday = "today";

    [FromQuery] public string? District { get; set; }
    [FromQuery] public string? Boundaries { get; set; }
    [FromQuery(Name = "page")] public int? PageNumber { get; set; }

    public RoundView? Round { get; private set; }
    public UnitSeriesView Data { get; private set; } = null!;
    public PostRounds Table { get; private set; } = null!;
    public PagePlace Place { get; private set; } = PagePlace.Of(1, 0, PageSize);

    public bool IsToday => Boundaries == WithinToday;
    public bool SeesFigures => context.Viewer.Scope.SeesUnits;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (Boundaries is not (null or "" or Reported or WithinToday)) return NotFound();
        Round = await mediator.Send(new RoundQuery(null), ct);
        if (Round is null || !SeesFigures) return Request.Query.ContainsKey("format") ? NotFound() : Page();
        Data = await mediator.Send(new UnitSeriesQuery(Round.Round.Level, IsToday, District ?? ""), ct);
        if (this.Export(Data.ToTable, Data.Rounds.Any(r => r.Sample)) is { } file) return file;
        Place = PagePlace.Of(PageNumber ?? 1, Data.Series.Count, PageSize);
        Table = TableOf(Data.Series.Skip(Place.Skip).Take(PageSize));
        return Page();
    }

    PostRounds TableOf(IEnumerable<UnitSeries> series)
    {
        var columns = RoundColumn.Of(Data.Rounds.Where(r => Data.Series.Any(s => s.In(r) is not null)), context.Reference, r => r.Id == Round!.Round.Id && Round.Unfinished, (before, after) => marks.Between(before, after, TrendBy.City, Round!.Whole?.Snapshot.Key ?? ""));
        return new(texts["units.caption"], texts[IsToday ? "units.caption.today" : "units.caption.reported"], columns, series.Select(s => new PostRow(s.Unit.Name, Address(s.Unit),
            columns.Select(IReadOnlyList<PostCell> (c) => s.In(c.Round) is { } cell ? [Cell(cell)] : []).ToList())
        { Note = NoteOf(s) }).ToList())
        { RowHeader = texts["district.unit"], PageOnly = true };
    }

    static string Address(Unit unit) => $"/units/{Uri.EscapeDataString(unit.Code)}?at={(unit.ValidTo?.AddDays(-1) ?? unit.ValidFrom ?? new DateOnly(2000, 1, 1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    PostCell Cell(SeriesCell cell) => cell.LowShare is null
        ? new(texts["unit.undetermined"], Muted: true)
        : new(formats.Share(cell.LowShare), $"({formats.Count(cell.Low)}/{formats.Count(cell.Base)})", Note: cell.Units > 1 ? texts.Counted("units.merged", cell.Units, formats.CountInText(cell.Units)) : "");

    string NoteOf(UnitSeries series) => string.Join(" · ", new[]
    {
        series.AreaName ?? "",
        !IsToday ? Validity(series.Unit) : series.Divided ? texts["units.divided"] : series.Complete ? "" : texts["units.incomplete"],
    }.Where(n => n.Length > 0));

    string Validity(Unit unit) => unit.ValidTo is { } end ? texts["unit.valid.to", formats.Date(end.AddDays(-1))] : unit.ValidFrom is { } start ? texts["unit.valid.from", formats.Date(start)] : "";
}
