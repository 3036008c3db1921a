using Analytics.Domain.Imports;
using Analytics.Ingest.Loading;
using Analytics.Web.Access;
using Analytics.Web.Hosting;
using Analytics.Web.Loading;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Imports;

/// <summary>What was loaded or refused, latest first, and the form to send files.</summary>
[Authorize(Policy = Policies.ImportHistory), UploadSize, RequestSizeLimit(RequestLimits.Upload)]
sealed class ListModel(IMediator mediator, UploadFolders folders, CurrentViewer current) : PageModel
{
    public static IReadOnlyList<string> States { get; } = ["loaded", "refused"];

    [FromQuery] public string? Kind { get; set; }
    [FromQuery] public string? State { get; set; }
    [FromQuery(Name = "page")] public int? PageNumber { get; set; }
    [BindProperty] public UploadForm Upload { get; set; } = new();

    public Result Data { get; private set; } = null!;
    public Dictionary<string, string> Mistakes { get; private set; } = [];
    public bool MayUpload => current.Required.May(Policies.Import);
    /// <summary>The viewer's corrections that wait for their word.</summary>
    public IReadOnlyList<UploadBatch> Asked => MayUpload ? folders.AskedOf(current.Required.UserName) : [];
    public bool OwnUnitsOnly => !current.Required.Scope.AllUnits;
    /// <summary>Kinds somebody may send; reference data is for those in charge of the whole city.</summary>
    public IEnumerable<string> KindsToSend => OwnUnitsOnly ? ["roster", "results", "steps"] : Kinds.All;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (Kind is not (null or "") && !Kinds.All.Contains(Kind) || State is not (null or "") && !States.Contains(State)) return NotFound();
        if (Request.Query["upload"] == UploadSizeAttribute.Query) Mistakes["files"] = "imports.upload.too-large";
        var (page, size) = this.RowsToRead(PageNumber, Query.PageSize);
        Data = await mediator.Send(new Query(Kind, State, page, size), ct);
        return this.Export(() => Table(Data), Data.Sample, Data.Total) ?? Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (!MayUpload) return NotFound();
        Data = await mediator.Send(new Query(null, null, 1), ct);
        Mistakes = Upload.Mistakes(code => Data.Rounds.Any(r => r.Code == code));
        if (Mistakes.Count > 0) return Page();
        if (await mediator.Send(Upload.ToCommand(), ct) is { } batch) return new SeeOther($"/imports/batches/{batch}");
        Mistakes["files"] = "imports.upload.too-busy";
        return Page();
    }

    static ExportTable Table(Result data) => ExportTable.Of("imports", data.Rows,
        ("import", i => i.Id), ("at", i => i.At), ("file", i => i.FileName), ("kind", i => i.Kind), ("by", i => i.By), ("rows", i => i.Rows),
        ("loaded", i => i.Loaded), ("unchanged", i => i.Unchanged), ("corrected", i => i.Corrected), ("rejected", i => i.Rejected),
        ("warnings", i => i.Warnings), ("state", i => i.State.ToString().ToLowerInvariant()), ("version", i => i.Version), ("sha256", i => i.Sha256));

    /// <param name="State">loaded or refused; empty for both.</param>
    public sealed record Query(string? Kind, string? State, int Page, int Size = Query.PageSize) : IQuery<Result>
    {
        public const int PageSize = 50;
    }

    public sealed record RoundChoice(string Code, string NameVi, string NameEn);

    /// <param name="Total">Imports the filters leave.</param>
    /// <param name="All">Imports whatever the filters, likewise <paramref name="Refused"/> and <paramref name="LastAt"/>.</param>
    public sealed record Result(
        IReadOnlyList<ImportRow> Rows, int Total, PagePlace Place, int All, int Refused, DateTime? LastAt, IReadOnlyList<RoundChoice> Rounds, bool Sample) : IRowCount
    {
        public int RowCount => Rows.Count;
    }

    public sealed class Handler(QueryContext context) : RequestHandler<Query, Result>
    {
        protected override Result Handle(Query request)
        {
            var all = context.Db.Imports;
            var wanted = all.AsQueryable();
            if (!string.IsNullOrEmpty(request.Kind)) wanted = wanted.Where(i => i.Kind == request.Kind);
            if (request.State == "loaded") wanted = wanted.Where(i => i.State == ImportState.Loaded);
            if (request.State == "refused") wanted = wanted.Where(i => i.State == ImportState.Refused);
            var total = wanted.Count();
            var place = PagePlace.Of(request.Page, total, request.Size);
            var rows = wanted.OrderByDescending(i => i.Id).Skip(place.Skip).Take(request.Size).Select(ImportRow.From).ToList();
            var rounds = context.Reference.Rounds;
            return new Result(rows, total, place, all.Count(), all.Count(i => i.State == ImportState.Refused), all.Max(i => (DateTime?)i.At),
                rounds.Reverse().Select(r => new RoundChoice(r.Code, r.NameVi, r.NameEn)).ToList(), rounds.Any(r => r.Sample));
        }
    }
}
