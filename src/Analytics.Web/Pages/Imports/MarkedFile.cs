using System.Globalization;
using Analytics.Ingest.Loading;
using Analytics.Ingest.Marking;
using Analytics.Ingest.Reading;
using Analytics.Web.Access;
using Analytics.Web.Audit;
using Analytics.Web.Hosting;
using Analytics.Web.Loading;
using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.Pages.Imports;

/// <summary>
/// <c>/imports/{id}/marked.xlsx</c>: the file with its faulty cells coloured and commented, of a loaded one from the archive,
/// of a refused one as long as it is kept. It holds names: handing it out is recorded.
/// </summary>
sealed class MarkedFile(UploadFolders folders, RefusedFiles refused, Installation installation)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/imports/{id:int}/marked.xlsx", Answer).RequireAuthorization(Policies.Names);

    /// <summary>The bytes an import was made of, or refused; null when they are gone.</summary>
    public string? PathOf(ImportRow import) =>
        import.ArchiveName is { } kept ? new Archive(installation.Folder).Find(kept)
        : refused.Find(import.Id) is { } file ? folders.Kept(file.File)
        : null;

    /// <summary>Whether there is something to mark and a file to mark it in.</summary>
    public bool IsThere(ImportRow import, IEnumerable<string> rules) =>
        import.Rows is > 0 and <= MarkedWorkbook.MostRows && rules.Any() && !rules.Contains("unreadable-file") && PathOf(import) is not null;

    static async Task<IResult> Answer(int id, IMediator mediator, MarkedFile files, AuditTrail audit, CancellationToken ct)
    {
        if (await mediator.Send(new DetailsModel.Query(id), ct) is not { Import: var import } || files.PathOf(import) is not { } path) return Results.NotFound();
        var problems = await mediator.Send(new ProblemsToMark(id), ct);
        // Seconds for a large file, which no request thread should wait for.
        var workbook = await Task.Run(() => Marked(path, import, problems, ct), ct);
        if (workbook is null) return Results.NotFound();
        audit.Record("export", $"/imports/{id}/marked.xlsx", import.Rows);
        // Not the file's own name: it may be a person's.
        var name = string.Create(CultureInfo.InvariantCulture, $"lan-nhap-{id}-danh-dau-loi.xlsx");
        return Results.File(workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name);
    }

    static byte[]? Marked(string path, ImportRow import, IReadOnlyList<Problem> problems, CancellationToken ct)
    {
        using var content = File.OpenRead(path);
        return MarkedWorkbook.Of(FileReader.Read(content, import.FileName, Kinds.Parse(import.Kind), ct), problems, ct);
    }
}

/// <summary>The stored problems of an import, for marking; handing them out is recorded by who does it.</summary>
sealed record ProblemsToMark(int Import) : IQuery<IReadOnlyList<Problem>>
{
    public sealed class Handler(QueryContext context) : RequestHandler<ProblemsToMark, IReadOnlyList<Problem>>
    {
        protected override IReadOnlyList<Problem> Handle(ProblemsToMark request) => context.Db.ImportProblems
            .Where(p => p.ImportId == request.Import).OrderBy(p => p.Id)
            .Select(p => new Problem(p.Sheet, p.Row, p.Column, p.Value, p.Rule, p.IsError ? Severity.Error : Severity.Warning, p.MessageVi, p.MessageEn)).ToList();
    }
}
