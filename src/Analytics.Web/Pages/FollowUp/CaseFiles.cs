using Analytics.Domain.FollowUp;
using Analytics.Web.Access;
using Analytics.Web.Audit;
using Analytics.Web.Hosting;
using Analytics.Web.Pages.Imports;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Files;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>Files of cases: kept in <c>cases/</c> under their hash, told apart by content, handed out as downloads with a record of it.</summary>
static class CaseFiles
{
    public const long MostBytes = 20 << 20;

    public static void MapCaseFiles(this IEndpointRouteBuilder routes) => routes.MapGet("/follow-up/files/{id:int}", Answer).RequireAuthorization(Policies.Names);

    static async Task<IResult> Answer(int id, IMediator mediator, Installation installation, AuditTrail audit, CancellationToken ct)
    {
        if (await mediator.Send(new CaseFileQuery(id), ct) is not { } file) return Results.NotFound();
        var path = Path.Combine(installation.CasesFolder, file.StoredName);
        if (!File.Exists(path)) return Results.NotFound();
        audit.Record("export", $"/follow-up/files/{id}", null);
        // As a download: nothing that came from outside is shown under the address of the program.
        return Results.File(path, file.ContentType, file.FileName);
    }
}

sealed record CaseFileQuery(int Id) : IQuery<CaseFile?>
{
    public sealed class Handler(QueryContext context) : RequestHandler<CaseFileQuery, CaseFile?>
    {
        protected override CaseFile? Handle(CaseFileQuery request) => context.LookEnd is not null ? null
            : context.Db.CaseFiles.AsNoTracking().SingleOrDefault(f => f.Id == request.Id && f.RemovedAt == null);
    }
}

/// <summary>Adds a file to a case, whatever happened to the case meanwhile.</summary>
sealed record AttachFileCommand(int Id, IFormFile File) : ICommand<AttachOutcome>;

/// <param name="Mistake">Key of what is wrong with the file itself; nothing was changed then.</param>
sealed record AttachOutcome(string? Mistake, ChangeOutcome Change);

/// <summary>Takes a file from the page of its case.</summary>
sealed record DetachFileCommand(int Id, int Seen, int FileId, string Reason) : ICommand<ChangeOutcome>;

sealed class AttachFileHandler(CaseChanging changing, Installation installation) : IRequestHandler<AttachFileCommand, AttachOutcome>
{
    public async Task<AttachOutcome> Handle(AttachFileCommand request, CancellationToken cancellationToken)
    {
        if (request.File.Length == 0) return Wrong("none");
        if (request.File.Length > CaseFiles.MostBytes) return Wrong("large");
        var bytes = await KeptFile.Read(request.File, cancellationToken);
        if (FileKinds.Document(bytes) is not { } type) return Wrong("type");
        var kept = await KeptFile.Keep(installation.CasesFolder, bytes, type, cancellationToken);
        return new(null, changing.Make(request.Id, 0, (db, known) => new CaseChange.Attach(new CaseFile
        {
            FileName = UploadForm.NameOf(request.File),
            ContentType = kept.ContentType,
            Sha256 = kept.Sha256,
            Bytes = kept.Bytes,
            StoredName = kept.Name,
            By = "",
        }, db.CaseFiles.AsNoTracking().Where(f => f.CaseId == known.Id && f.RemovedAt == null).ToList())));
    }

    static AttachOutcome Wrong(string what) => new("follow-up.file.mistake." + what, new(true, null, []));
}

sealed class DetachFileHandler(CaseChanging changing) : RequestHandler<DetachFileCommand, ChangeOutcome>
{
    protected override ChangeOutcome Handle(DetachFileCommand request) => changing.Make(request.Id, request.Seen,
        (db, known) => db.CaseFiles.SingleOrDefault(f => f.Id == request.FileId && f.CaseId == known.Id) is { } file ? new CaseChange.Detach(file, request.Reason) : null);
}
