using System.Security.Cryptography;
using Analytics.Domain.Audit;
using Analytics.Domain.Minutes;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Audit;
using Analytics.Web.Hosting;
using Analytics.Web.Pages.Imports;
using Analytics.Web.Queries;
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

    /// <summary>The type by the first bytes; null for anything but PDF, JPEG and PNG.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> start) =>
        start.StartsWith("%PDF-"u8) ? "application/pdf"
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : null;

    public static string Extension(string contentType) => contentType switch { "application/pdf" => ".pdf", "image/jpeg" => ".jpg", _ => ".png" };
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
            using var content = new MemoryStream();
            await request.Scan.CopyToAsync(content, cancellationToken);
            var bytes = content.ToArray();
            if (Scans.TypeOf(bytes) is not { } type) return "entry.scan.wrong-type";
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            var name = hash + Scans.Extension(type);
            await Keep(Path.Combine(installation.MinutesFolder, name), bytes, cancellationToken);
            return Record(request, type, hash, name, bytes.Length);
        }

        /// <summary>Whole or not at all; the same bytes are kept once.</summary>
        static async Task Keep(string path, byte[] bytes, CancellationToken ct)
        {
            if (File.Exists(path)) return;
            var half = $"{path}.{Guid.NewGuid():N}.part";
            await using (var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(bytes, ct);
                file.Flush(flushToDisk: true);
            }
            File.Move(half, path, overwrite: true);
        }

        string? Record(AddScanCommand request, string type, string hash, string name, int length)
        {
            var by = current.Required.UserName;
            var now = time.GetUtcNow().UtcDateTime;
            using var writer = store.Write();
            var there = writer.Db.MinutesScans.Where(s => s.RoundId == request.RoundId && s.UnitId == request.UnitId && s.RemovedAt == null).Select(s => s.Sha256).ToList();
            if (there.Contains(hash)) return "entry.scan.there";
            if (there.Count >= Scans.MostPerUnit) return "entry.scan.too-many";
            var scan = new MinutesScan
            {
                RoundId = request.RoundId,
                UnitId = request.UnitId,
                FileName = UploadForm.NameOf(request.Scan),
                ContentType = type,
                Sha256 = hash,
                Bytes = length,
                StoredName = name,
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
