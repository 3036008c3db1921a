using Analytics.Domain.Audit;
using Analytics.Domain.Minutes;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Audit;
using Analytics.Web.Hosting;
using Analytics.Web.Pages.Imports;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Files;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Entry;

/// <summary>Scans of minutes: kept in <c>minutes/</c> under their hash, told apart by content, handed out with a record of it.</summary>
static class Scans
{
    public const long MostBytes = 20 << 20;

    /// <summary>So many scans of one unit in one round are enough for minutes of any length.</summary>
    public const int MostPerUnit = 20;

    public static void MapScans(this IEndpointRouteBuilder routes) => routes.MapGet("/entry/scans/{id:int}", Answer).RequireAuthorization(Policies.Names);

    static async Task<IResult> Answer(int id, IMediator mediator, Installation installation, AuditTrail audit, CancellationToken ct)
    {
        if (await mediator.Send(new ScanQuery(id), ct) is not { } scan) return Results.NotFound();
        var path = Path.Combine(installation.MinutesFolder, scan.StoredName);
        if (!File.Exists(path)) return Results.NotFound();
        audit.Record("view", $"/entry/scans/{id}", null);
        return Results.File(path, scan.ContentType);
    }
}

sealed record ScanQuery(int Id) : IQuery<MinutesScan?>
{
    public sealed class Handler(QueryContext context) : RequestHandler<ScanQuery, MinutesScan?>
    {
        protected override MinutesScan? Handle(ScanQuery request) => context.Db.MinutesScans.SingleOrDefault(s => s.Id == request.Id && s.RemovedAt == null);
    }
}

/// <summary>Keeps a scan; gives the key of what is wrong with it, null when nothing is.</summary>
sealed record AddScanCommand(int RoundId, int UnitId, IFormFile Scan) : ICommand<string?>
{
    public sealed class Handler(Store store, Installation installation, TimeProvider time, CurrentViewer current) : IRequestHandler<AddScanCommand, string?>
    {
        public async Task<string?> Handle(AddScanCommand request, CancellationToken cancellationToken)
        {
            if (request.Scan.Length > Scans.MostBytes) return "entry.scan.too-large";
            var bytes = await KeptFile.Read(request.Scan, cancellationToken);
            if (FileKinds.Scan(bytes) is not { } type) return "entry.scan.wrong-type";
            return Record(request, await KeptFile.Keep(installation.MinutesFolder, bytes, type, cancellationToken));
        }

        string? Record(AddScanCommand request, KeptFile kept)
        {
            var by = current.Required.UserName;
            var now = time.GetUtcNow().UtcDateTime;
            using var writer = store.Write();
            var there = writer.Db.MinutesScans.Where(s => s.RoundId == request.RoundId && s.UnitId == request.UnitId && s.RemovedAt == null).Select(s => s.Sha256).ToList();
            if (there.Contains(kept.Sha256)) return "entry.scan.there";
            if (there.Count >= Scans.MostPerUnit) return "entry.scan.too-many";
            var scan = new MinutesScan
            {
                RoundId = request.RoundId,
                UnitId = request.UnitId,
                FileName = UploadForm.NameOf(request.Scan),
                ContentType = kept.ContentType,
                Sha256 = kept.Sha256,
                Bytes = kept.Bytes,
                StoredName = kept.Name,
                At = now,
                By = by,
            };
            writer.Db.MinutesScans.Add(scan);
            writer.Db.SaveChanges();
            writer.Db.Audit.Add(new AuditEntry { At = now, User = by, Action = "scan", Target = $"scan {scan.Id}", EntryKey = Guid.NewGuid().ToString("N") });
            writer.RaiseWorkVersion();
            writer.Commit();
            return null;
        }
    }
}

/// <summary>Takes a scan from the page; the file stays. False where there is none.</summary>
sealed record RemoveScanCommand(int RoundId, int UnitId, int Scan) : ICommand<bool>
{
    public sealed class Handler(Store store, TimeProvider time, CurrentViewer current) : RequestHandler<RemoveScanCommand, bool>
    {
        protected override bool Handle(RemoveScanCommand request)
        {
            using var writer = store.Write();
            var db = writer.Db;
            if (db.MinutesScans.SingleOrDefault(s => s.Id == request.Scan && s.RoundId == request.RoundId && s.UnitId == request.UnitId && s.RemovedAt == null) is not { } scan) return false;
            (scan.RemovedAt, scan.RemovedBy) = (time.GetUtcNow().UtcDateTime, current.Required.UserName);
            db.Audit.Add(new AuditEntry { At = scan.RemovedAt.Value, User = scan.RemovedBy, Action = "scan-removed", Target = $"scan {scan.Id}", EntryKey = Guid.NewGuid().ToString("N") });
            writer.RaiseWorkVersion();
            writer.Commit();
            return true;
        }
    }
}
