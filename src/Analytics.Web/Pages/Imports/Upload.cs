using Analytics.Ingest.Loading;
using Analytics.Web.Access;
using Analytics.Web.Hosting;
using Analytics.Web.Loading;
using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.Pages.Imports;

/// <summary>The form that sends files, as a browser fills it in.</summary>
sealed class UploadForm
{
    const int MostFiles = 50;
    public const int LongestReason = 500;
    const int LongestName = 200;

    public List<IFormFile> Files { get; set; } = [];
    public string? Kind { get; set; }
    public string? Round { get; set; }
    public bool AcceptValid { get; set; }
    public bool Replace { get; set; }
    public string? Reason { get; set; }

    /// <summary>Field → key of the text beside it; empty when the form may be sent.</summary>
    public Dictionary<string, string> Mistakes(Func<string, bool> isRound)
    {
        var mistakes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Files.Count == 0) mistakes["files"] = "imports.upload.no-file";
        else if (Files.Count > MostFiles) mistakes["files"] = "imports.upload.too-many";
        else if (Files.Sum(f => f.Length) > RequestLimits.UploadedFile) mistakes["files"] = "imports.upload.too-large";
        if (!string.IsNullOrEmpty(Kind) && Kinds.Parse(Kind) is null) mistakes["kind"] = "imports.upload.unknown-kind";
        if (!string.IsNullOrEmpty(Round) && !isRound(Round)) mistakes["round"] = "imports.upload.unknown-round";
        var reason = Reason?.Trim() ?? "";
        if (Replace && reason.Length == 0) mistakes["reason"] = "imports.upload.no-reason";
        else if (!Replace && reason.Length > 0) mistakes["reason"] = "imports.upload.reason-alone";
        else if (reason.Length > LongestReason) mistakes["reason"] = "imports.upload.long-reason";
        return mistakes;
    }

    public UploadCommand ToCommand() => new(
        Files, string.IsNullOrEmpty(Kind) ? null : Kind, string.IsNullOrEmpty(Round) ? null : Round, AcceptValid, Replace ? Reason?.Trim() : null);

    /// <summary>The name without the folders some browsers send along, bounded, on one line.</summary>
    public static string NameOf(IFormFile file)
    {
        var name = file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Where(c => !char.IsControl(c))).Trim();
        return name.Length <= LongestName ? name : name[..(LongestName / 2)] + "…" + name[^(LongestName / 2 - 1)..];
    }
}

/// <summary>Puts files on the disk to be loaded in the background; gives the id of the batch, or null where too many wait.</summary>
sealed record UploadCommand(IReadOnlyList<IFormFile> Files, string? Kind, string? Round, bool AcceptValid, string? Reason) : ICommand<Guid?>
{
    public sealed class Handler(UploadFolders folders, UploadQueue queue, CurrentViewer current, TimeProvider time) : IRequestHandler<UploadCommand, Guid?>
    {
        public async Task<Guid?> Handle(UploadCommand request, CancellationToken cancellationToken)
        {
            if (folders.Waiting().Count >= UploadQueue.MostWaiting) return null;
            var now = time.GetUtcNow();
            var batch = new UploadBatch(Guid.CreateVersion7(now), now.UtcDateTime, current.Required.UserName, request.Kind, request.Round,
                request.AcceptValid, request.Reason, request.Files.Select(UploadForm.NameOf).ToList());
            await folders.Add(batch, request.Files.Select(f => (Func<Stream, Task>)(target => f.CopyToAsync(target, cancellationToken))).ToList());
            queue.Ring();
            return batch.Id;
        }
    }
}
