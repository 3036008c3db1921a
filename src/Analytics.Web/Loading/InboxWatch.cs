using Analytics.Domain.Storage;
using Analytics.Ingest.Inbox;
using Analytics.Web.Hosting;

namespace Analytics.Web.Loading;

/// <summary>The worker that <c>watch</c> runs, beside the pages: loads what appears in <c>inbox/</c>.</summary>
/// <remarks>Whatever fails is logged without names and tried again; the pages stay up.</remarks>
sealed partial class InboxWatch(Store store, Installation installation, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<InboxWatch> log) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var worker = new InboxWorker(store, installation.Folder, time);
        try
        {
            await lifetime.Started(stoppingToken);
            while (true)
            {
                var scanned = await Task.Run(() => TryScan(worker, stoppingToken), stoppingToken);
                await Task.Delay(scanned ? Interval : AfterFailure, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: files that were not handled are found at the next start.
        }
    }

    bool TryScan(InboxWorker worker, CancellationToken ct)
    {
        try
        {
            long rows = 0;
            foreach (var (o, movedTo) in worker.Scan(ct))
            {
                rows += o.Rows;
                LogFile(o.Import ?? o.RefusedImport, Path.GetFileName(Path.GetDirectoryName(movedTo)), o.Kind?.ToString() ?? "?",
                    o.Rows, o.Loaded, o.Unchanged, o.Corrected, o.Rejected, o.Warnings);
            }
            MemoryReturn.AfterLoading(rows);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "Inbox, import {Import}, moved to {Folder}, {Kind}: {Rows} rows, {Loaded} loaded, {Unchanged} unchanged, {Corrected} corrected, {Rejected} rejected, {Warnings} warnings")]
    partial void LogFile(int? import, string? folder, string kind, int rows, int loaded, int unchanged, int corrected, int rejected, int warnings);

    [LoggerMessage(LogLevel.Error, "The inbox could not be handled; it is tried again in half a minute")]
    partial void LogFailed(Exception failure);
}
