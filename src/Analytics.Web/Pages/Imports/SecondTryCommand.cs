using Analytics.Web.Access;
using Analytics.Web.Hosting;
using Analytics.Web.Loading;
using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.Pages.Imports;

/// <summary>The form that tries a refused file again, as a browser fills it in; its answer to a proposed correction too.</summary>
sealed class SecondTryInput
{
    /// <summary>Place of the file in its batch.</summary>
    public int Index { get; set; }
    /// <summary>valid: its good rows only; replace: as a correction; corrected: another file in its place; again: the
    /// whole batch as it was. Of a proposed correction: save, discard.</summary>
    public string? Way { get; set; }
    public IFormFile? Corrected { get; set; }
    /// <summary>Why a proposed correction is to be saved, and which one was seen.</summary>
    public string? Reason { get; set; }
    public Guid Seen { get; set; }

    /// <summary>Key of the text that tells what is wrong; null when the form may be sent.</summary>
    public string? Mistake() => Way switch
    {
        "corrected" when Corrected is null => "imports.again.no-file",
        "corrected" when Corrected.Length > RequestLimits.UploadedFile => "imports.upload.too-large",
        "save" when string.IsNullOrWhiteSpace(Reason) => "imports.upload.no-reason",
        "save" when Reason.Trim().Length > UploadForm.LongestReason => "imports.upload.long-reason",
        _ => null,
    };
}

/// <summary>Where a second try goes on: the batch to look at, or the key of what is in the way; neither: there is nothing to try.</summary>
readonly record struct SecondTryOutcome(Guid? Batch, string? Mistake = null);

/// <summary>Tries a refused file again without its being chosen again, or sends another one in its place.</summary>
sealed record SecondTryCommand(Guid Batch, SecondTryInput Input) : ICommand<SecondTryOutcome>
{
    public sealed class Handler(UploadFolders folders, UploadQueue queue, CurrentViewer current, TimeProvider time) : IRequestHandler<SecondTryCommand, SecondTryOutcome>
    {
        public async Task<SecondTryOutcome> Handle(SecondTryCommand request, CancellationToken cancellationToken)
        {
            var (id, input) = (request.Batch, request.Input);
            if (folders.Find(id) is not { } earlier || folders.OutcomeOf(id) is not { } outcome || !SecondTry.IsFor(current.Required, earlier)) return default;
            if (folders.Waiting().Count >= UploadQueue.MostWaiting) return new(null, "imports.upload.too-busy");
            if (input.Way == "again")
            {
                if (!outcome.MayWaitAgain) return default;
                folders.WaitAgain(id);
                queue.Ring();
                return new(id);
            }
            if (outcome.Files.ElementAtOrDefault(input.Index) is not { Refused: true } file) return default;
            try
            {
                return new(await Send(earlier, file, input, cancellationToken));
            }
            catch (FileNotFoundException)
            {
                // Its time was over between the form and now.
                return default;
            }
        }

        async Task<Guid?> Send(UploadBatch earlier, FileOutcome file, SecondTryInput input, CancellationToken ct)
        {
            var refused = new SentFile(earlier.Id, input.Index);
            if (folders.Kept(refused) is not { } kept) return null;
            var now = time.GetUtcNow();
            var batch = new UploadBatch(Guid.CreateVersion7(now), now.UtcDateTime, current.Required.UserName, earlier.Kind ?? file.Kind, earlier.Round,
                earlier.AcceptValid, null, [file.Name], refused);
            batch = input.Way switch
            {
                "valid" => batch with { AcceptValid = true },
                "replace" => batch with { Replace = true, Reason = earlier.Reason },
                // The file in its place may be of another kind, and need not have the other's good rows.
                "corrected" => batch with { Kind = earlier.Kind, Replace = earlier.Replace, Reason = earlier.Reason, Names = [UploadForm.NameOf(input.Corrected!)] },
                _ => throw new ArgumentException($"There is no way \"{input.Way}\" to try a file again."),
            };
            await folders.Add(batch, [input.Way == "corrected" ? target => input.Corrected!.CopyToAsync(target, ct) : Copy(kept, ct)]);
            queue.Ring();
            return batch.Id;
        }

        static Func<Stream, Task> Copy(string path, CancellationToken ct) => async target =>
        {
            await using var source = File.OpenRead(path);
            await source.CopyToAsync(target, ct);
        };
    }
}
