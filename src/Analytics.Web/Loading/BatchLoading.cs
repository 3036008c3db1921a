using Analytics.Domain.Storage;
using Analytics.Ingest.Loading;
using Analytics.Web.Access;
using Analytics.Web.Hosting;

namespace Analytics.Web.Loading;

/// <summary>
/// One batch into the store, with the rights its sender has now. Nothing loaded is replaced before the sender has seen what
/// would change and said so with a reason.
/// </summary>
sealed partial class BatchLoading(
    UploadFolders folders, RefusedFiles refused, UploadQueue queue, Store store, Installation installation, ViewerSource viewers, TimeProvider time,
    ILogger<BatchLoading> log)
{
    /// <summary>Of each list of what would change so many items are kept; the rest are counted.</summary>
    const int KeptItems = 500;

    /// <returns>Null: the sender is asked first.</returns>
    public BatchOutcome? Run(UploadBatch batch, CancellationToken ct)
    {
        if (viewers.Find(batch.By) is not { } viewer || !viewer.May(Policies.Import)) return new(Now, [], "right");
        var options = new LoadOptions(batch.By, batch.AcceptValid, KeepRefused: true, AllowedUnits: viewer.UnitsToLoadFor);
        if (!batch.Replaces) return Load(batch, options, ct);

        var confirmation = folders.ConfirmationOf(batch.Id);
        var seen = confirmation is null ? null : folders.ProposalOf(batch.Id);
        var confirmed = seen is not null && seen.Id == confirmation!.Proposal;
        if (confirmed && IsCurrent(seen!)) return Load(batch, options with { ReplaceReason = confirmation!.Reason }, ct);
        var proposal = Propose(batch, options, ct);
        if (confirmed && proposal.SaysTheSameAs(seen!)) return Load(batch, options with { ReplaceReason = confirmation!.Reason }, ct);
        // Nothing to replace: then there is nothing to ask, and should that change meanwhile the file is refused.
        if (!proposal.Replaces()) return Load(batch, options, ct);
        folders.Propose(batch.Id, proposal with { Again = confirmed });
        return null;
    }

    bool IsCurrent(ProposedCorrection seen)
    {
        using var reader = store.Read();
        return (reader.State.DataVersion, reader.State.WorkVersion) == (seen.DataVersion, seen.WorkVersion);
    }

    ProposedCorrection Propose(UploadBatch batch, LoadOptions options, CancellationToken ct) => ProposedCorrection.Of(
        NewImporter().Preview(ReadFile.All(folders.FilesOf(batch), KindOf(batch), queue.Of(batch.Id), ct), batch.Round, options with { ReplaceReason = "" }, KeptItems, queue.Of(batch.Id), ct), Now);

    BatchOutcome Load(UploadBatch batch, LoadOptions options, CancellationToken ct)
    {
        var outcomes = NewImporter().Run(folders.FilesOf(batch), KindOf(batch), batch.Round, options, queue.Of(batch.Id), ct);
        foreach (var o in outcomes) LogFile(batch.Id, o.Import ?? o.RefusedImport, o.Kind?.ToString() ?? "?", o.Rows, o.Loaded, o.Unchanged, o.Corrected, o.Rejected, o.Warnings);
        var files = outcomes.Zip(batch.Names, (o, name) => FileOutcome.Of(name, o)).ToList();
        refused.Note(batch, files);
        MemoryReturn.AfterLoading(outcomes.Sum(o => (long)o.Rows));
        return new BatchOutcome(Now, files);
    }

    Importer NewImporter() => new(store, new Archive(installation.Folder), time);

    static Ingest.Reading.FileKind? KindOf(UploadBatch batch) => batch.Kind is { } word ? Kinds.Parse(word) : null;

    DateTime Now => time.GetUtcNow().UtcDateTime;

    [LoggerMessage(LogLevel.Information, "Upload {Batch}, import {Import}, {Kind}: {Rows} rows, {Loaded} loaded, {Unchanged} unchanged, {Corrected} corrected, {Rejected} rejected, {Warnings} warnings")]
    partial void LogFile(Guid batch, int? import, string kind, int rows, int loaded, int unchanged, int corrected, int rejected, int warnings);
}
