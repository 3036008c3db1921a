using Analytics.Domain.Imports;
using Analytics.Ingest.Loading;
using Analytics.Web.Access;
using Analytics.Web.Loading;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Imports;

/// <summary>One import: what the file was, how its rows add up, its problems by row, and the rows it brought.</summary>
[Authorize(Policy = Policies.ImportHistory)]
sealed class DetailsModel(IMediator mediator, UploadFolders folders, RefusedFiles refused, MarkedFile marked, CurrentViewer current) : PageModel
{
    const int PageSize = 50;

    [FromRoute] public int Id { get; set; }
    /// <summary>problems or rows.</summary>
    [FromQuery] public string? View { get; set; }
    [FromQuery] public string? Severity { get; set; }
    [FromQuery] public string? Rule { get; set; }
    [FromQuery(Name = "page")] public int? PageNumber { get; set; }

    public Result Data { get; private set; } = null!;
    public ProblemList? Problems { get; private set; }
    public LoadedRows? Loaded { get; private set; }

    /// <summary>Reports with figures that this import replaced or that were taken from it; empty for those who may not read reports.</summary>
    public IReadOnlyList<OldReport> OldReports { get; private set; } = [];

    public ImportRow Import => Data.Import;
    public bool SeesNames => current.Required.May(Policies.Names);
    /// <summary>Reference data keeps no row numbers: the latest file counts.</summary>
    public bool HasRows => Import is { State: ImportState.Loaded, Kind: "results" or "roster" };
    public bool HasProblems => Data.Rules.Count > 0;
    public bool MayMark => SeesNames && marked.IsThere(Import, Data.Rules.Select(r => r.Rule));
    public bool MayWithdraw => current.Required.May(Policies.Import) && HasRows && Data.Current > 0;
    /// <summary>How a refused file may be tried again; null where it may not.</summary>
    public SecondTry? Again { get; private set; }
    /// <summary>The import a later try of a refused file led to.</summary>
    public int? LoadedAs { get; private set; }
    public string? WithdrawReason { get; private set; }
    /// <summary>Key of what is wrong with the wish to withdraw; null when nothing is.</summary>
    public string? WithdrawMistake { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (View is not (null or "problems" or "rows")) return NotFound();
        if (await mediator.Send(new Query(Id), ct) is not { } data) return NotFound();
        Data = data;
        if (Import.Kind == "results" && current.Required.May(Policies.Briefings)) OldReports = await mediator.Send(new OldFiguresQuery(Id), ct);
        var export = Request.Query.ContainsKey("format");
        if (!export && refused.Find(Id) is { } file)
        {
            Again = SecondTry.Of(folders, current.Required, file.File);
            if (file.LoadedAs is { } later && await mediator.Send(new Query(later), ct) is not null) LoadedAs = later;
        }
        View ??= HasProblems || export || !SeesNames || !HasRows ? "problems" : "rows";
        var (page, size) = this.RowsToRead(PageNumber, PageSize);
        if (View == "rows")
        {
            if (!SeesNames || !HasRows) return NotFound();
            Loaded = await mediator.Send(new LoadedRowsQuery(Id, Import.Kind, page, size), ct);
            return this.Export(() => Loaded.ToTable(Id), data.Sample, Loaded.Total) ?? Page();
        }
        Problems = HasProblems ? await mediator.Send(ProblemList.QueryFor(current.Required, Id, Severity, Rule, page, size), ct) : new([], 0, PagePlace.Of(1, 0, size));
        return this.Export(() => Problems.ToTable(Id, SeesNames), data.Sample, Problems.Total) ?? Page();
    }

    public async Task<IActionResult> OnPost([FromForm] string? reason, CancellationToken ct)
    {
        if (await mediator.Send(new Query(Id), ct) is not { } data) return NotFound();
        Data = data;
        if (!current.Required.May(Policies.Import) || !HasRows) return NotFound();
        WithdrawReason = reason?.Trim();
        WithdrawMistake = WithdrawReason switch
        {
            null or "" => "imports.withdraw.no-reason",
            { Length: > LongestReason } => "imports.withdraw.long-reason",
            _ => null,
        };
        if (WithdrawMistake is null)
        {
            var outcome = await mediator.Send(new WithdrawCommand(Id, WithdrawReason!), ct);
            if (outcome.State is WithdrawalState.Withdrawn or WithdrawalState.NothingCurrent) return new SeeOther($"/imports/{Id}?view=rows");
            if (outcome.State is not WithdrawalState.OutOfScope) return NotFound();
            WithdrawMistake = "imports.withdraw.out-of-scope";
        }
        return await OnGet(ct);
    }

    const int LongestReason = 300;

    /// <summary>Null: there is no such import, or it is not the viewer's to see.</summary>
    public sealed record Query(int Id) : IQuery<Result?>;

    public sealed record RuleCount(string Rule, bool IsError, int Count);

    /// <param name="Rules">How many problems of which rule, errors first.</param>
    /// <param name="Current">Rows of it that are still what pages show, within the viewer's scope.</param>
    public sealed record Result(ImportRow Import, IReadOnlyList<RuleCount> Rules, int Current, bool Sample);

    public sealed class Handler(QueryContext context) : RequestHandler<Query, Result?>
    {
        protected override Result? Handle(Query request)
        {
            var import = context.Db.Imports.Where(i => i.Id == request.Id).Select(ImportRow.From).SingleOrDefault();
            if (import is null) return null;
            var rules = context.Db.ImportProblems.Where(p => p.ImportId == request.Id)
                .GroupBy(p => new { p.Rule, p.IsError })
                .Select(g => new { g.Key.Rule, g.Key.IsError, Count = g.Count() })
                .OrderByDescending(r => r.IsError).ThenBy(r => r.Rule).ToList();
            return new Result(import, rules.Select(r => new RuleCount(r.Rule, r.IsError, r.Count)).ToList(), Current(import), context.Reference.Rounds.Any(r => r.Sample));
        }

        int Current(ImportRow import) => import.Kind switch
        {
            "results" => context.Db.Results.Count(r => r.ImportId == import.Id),
            "roster" => context.Db.Roster.Count(r => r.ImportId == import.Id),
            _ => 0,
        };
    }
}
