using System.Globalization;
using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
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

namespace Analytics.Web.Pages.Units;

/// <summary>One version of a unit: where it lies, its posts through the rounds, what it was made from and became.</summary>
[Authorize(Policy = Policies.Results)]
[KeptPage]
sealed class UnitPageModel(IMediator mediator, QueryContext context, Texts texts, Formats formats, RoundWords words, Language language, ComparabilityMarks marks) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";
    [BindProperty(SupportsGet = true)] public string? At { get; set; }
    [BindProperty(SupportsGet = true, Name = "table")] public string? AskedTable { get; set; }

    public UnitView View { get; private set; } = null!;
    public PostRounds? Posts { get; private set; }
    public bool SeesFigures => context.Viewer.Scope.SeesUnits;
    Holders holders = Holders.None;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        DateOnly? date = null;
        if (!string.IsNullOrEmpty(At))
        {
            if (!DateOnly.TryParseExact(At, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked)) return NotFound();
            date = asked;
        }
        if (await mediator.Send(new UnitQuery(Code, date), ct) is not { } view) return NotFound();
        View = view;
        // A download holds no names: exporting them is a right of its own.
        if (this.Export(Export, view.Votes.Any(v => v.Round.Sample)) is { } file) return file;
        if (view.Votes.Count > 0 && context.Viewer.May(Policies.Names)) holders = await mediator.Send(new HoldersQuery(view.Unit.Id), ct);
        if (view.Votes.Count + view.Absences.Count > 0) Posts = Table();
        return Page();
    }

    ExportTable Export() => AskedTable == "lineage"
        ? ExportTable.Of($"unit-{Code}-lineage", View.Before.Select(s => (Direction: "before", Step: s)).Concat(View.After.Select(s => (Direction: "after", Step: s))),
            ("direction", s => s.Direction), ("effective_date", s => s.Step.Change.EffectiveDate), ("kind", s => s.Step.Change.Kind.ToString().ToLowerInvariant()), ("code", s => s.Step.Other?.Code),
            ("name", s => s.Step.Other?.Name), ("whole", s => s.Step.Change.Whole), ("document", s => s.Step.Change.Document))
        : ExportTable.Of($"unit-{Code}", View.Votes,
            ("unit", _ => View.Unit.Code), ("unit_name", _ => View.Unit.Name), ("position", v => v.Position.Code), ("round", v => v.Round.Code), ("regime", v => v.Round.RegimeId),
            ("exempt", v => v.Exempt), ("base", v => v.Base), ("low", v => v.Base is null ? null : v.Low), ("favourable", v => v.Base is null ? null : v.Favourable),
            ("low_share", v => v.LowShare), ("low_lower", v => v.Interval?.Lower), ("low_upper", v => v.Interval?.Upper), ("holder", v => v.Holder), ("new_holder", v => v.NewHolder));

    /// <summary>Posts with votes in several rounds: these have a chart.</summary>
    public IEnumerable<Position> Charted => context.Reference.Positions.Where(p => View.Votes.Where(v => v.Position.Id == p.Id && v.Base is not null).Select(v => v.Round.Id).Distinct().Skip(1).Any());

    PostRounds Table()
    {
        var columns = RoundColumn.Of(View.Votes.Select(v => v.Round).Concat(View.Absences.Select(a => a.Round)), context.Reference, _ => false,
            (before, after) => marks.Between(before, after, TrendBy.Unit, Code));
        var positions = context.Reference.Positions.Where(p => View.Votes.Any(v => v.Position.Id == p.Id) || View.Absences.Any(a => a.Position.Id == p.Id));
        return new(texts["unit.posts"], texts["unit.posts.sub"], columns, positions.Select(p => new PostRow(p.Name(language.English), $"/positions/{Uri.EscapeDataString(p.Code)}",
            columns.Select(IReadOnlyList<PostCell> (c) => Cells(p, c)).ToList())).ToList());
    }

    List<PostCell> Cells(Position position, RoundColumn column)
    {
        var cells = View.Votes.Where(v => v.Position.Id == position.Id && v.Round.Id == column.Round.Id).Select(Cell).ToList();
        cells.AddRange(View.Absences.Where(a => a.Position.Id == position.Id && a.Round.Id == column.Round.Id).Select(a => new PostCell(texts["unit.absent." + a.Why], Muted: true)));
        return cells;
    }

    PostCell Cell(Vote vote)
    {
        var (who, href) = holders.Of(vote.ResultId) is { } holder ? (holder.Name, "/officials/" + holder.PersonId.ToString(CultureInfo.InvariantCulture)) : ("", null);
        var note = vote.NewHolder ? texts["unit.new-holder"] : "";
        if (vote.Exempt) return new(texts["unit.absent.exempt"], Muted: true, Note: note, Who: who, Href: href);
        if (vote.Base is not { } ballots) return new(texts["unit.undetermined"], Muted: true, Note: note, Who: who, Href: href);
        return new(formats.Share(vote.LowShare), $"({formats.Count(vote.Low)}/{formats.Count(ballots)})", Note: note, Who: who, Href: href);
    }

    public IEnumerable<string> Lead()
    {
        var unit = View.Unit;
        yield return texts[View.AreaName is null ? "unit.lead" : "unit.lead.area", unit.Name, unit.Code, Validity(unit), View.AreaName ?? ""];
        if (View.FormerAreas.Count > 1) yield return texts["unit.lead.straddles", string.Join(", ", View.FormerAreas)];
        if (View.Latest is { } latest)
            yield return texts.Counted("unit.lead.latest", latest.Officials, formats.Count(latest.Officials), words.Name(latest.Round), words.LowName(context.Reference.RegimeOf(latest.Round)), formats.Share((double)latest.Low / latest.Base), IntervalOf(latest))
                + (latest.City?.Snapshot.LowShare is { } level ? texts["unit.lead.yardstick", latest.City.Name, formats.Share(level)] : "") + ".";
    }

    string IntervalOf(LatestVote latest) => Wilson.Of(latest.Low, latest.Base) is var i ? formats.Interval(i.Lower, i.Upper) : "";

    public string Validity(Domain.Units.Unit unit) => (unit.ValidFrom, unit.ValidTo) switch
    {
        (null, null) => texts["unit.valid.always"],
        ({ } from, null) => texts["unit.valid.from", formats.Date(from)],
        (null, { } to) => texts["unit.valid.to", formats.Date(to.AddDays(-1))],
        ({ } from, { } to) => texts["unit.valid.between", formats.Date(from), formats.Date(to.AddDays(-1))],
    };
}
