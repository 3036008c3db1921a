using Analytics.Domain.Storage;
using Analytics.Web.Hosting;

namespace Analytics.Web.Loading;

/// <summary>Loads uploaded batches one after the other, oldest first.</summary>
/// <remarks>
/// Killed at any moment, the batch has no outcome and is loaded again at the next start; what was loaded before changes
/// nothing then. A busy store is tried again; a batch that ended the process <see cref="MostStarts"/> times is given up.
/// </remarks>
sealed partial class UploadWorker(
    UploadFolders folders, RefusedFiles refused, UploadQueue queue, BatchLoading loading, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<UploadWorker> log) : BackgroundService
{
    const int MostStarts = 3;
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    static readonly TimeSpan BetweenCleanings = TimeSpan.FromHours(12);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        await Task.Run(Clean, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var allDone = await Task.Run(() => LoadWaiting(stoppingToken), stoppingToken);
                if (!allDone) await Task.Delay(Pause, time, stoppingToken);
                else if (!await queue.Rung(BetweenCleanings, time, stoppingToken)) await Task.Run(Clean, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    void Clean() => Guarded(() =>
    {
        folders.Clean(Now);
        refused.Clean(Now);
    });

    /// <summary>Whether nothing is left to be tried again.</summary>
    bool LoadWaiting(CancellationToken ct)
    {
        var allDone = true;
        Guarded(() =>
        {
            foreach (var id in folders.Waiting()) allDone &= TryLoad(id, ct);
        });
        return allDone;
    }

    void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogFolder(failure);
        }
    }

    bool TryLoad(Guid id, CancellationToken ct)
    {
        var starts = folders.CountStart(id);
        try
        {
            if (starts > MostStarts || folders.Find(id) is not { } batch) folders.Finish(id, Failed("repeated"));
            else if (loading.Run(batch, ct) is { } outcome) folders.Finish(id, outcome);
            // The sender is asked; the answer starts it anew.
            else folders.ForgetStarts(id);
            return true;
        }
        catch (OperationCanceledException)
        {
            folders.ForgetStarts(id);
            throw;
        }
        catch (StoreException busy)
        {
            LogBusy(id, busy.Message);
            if (starts < MostStarts) return false;
            folders.Finish(id, Failed("busy"));
            return true;
        }
        catch (Exception failure)
        {
            var errorId = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
            LogFailed(failure, errorId, id);
            folders.Finish(id, Failed("error", errorId));
            return true;
        }
    }

    BatchOutcome Failed(string why, string? errorId = null) => new(Now, [], why, errorId);

    DateTime Now => time.GetUtcNow().UtcDateTime;

    [LoggerMessage(LogLevel.Warning, "Upload {Batch} waits: {Reason}")]
    partial void LogBusy(Guid batch, string reason);

    [LoggerMessage(LogLevel.Error, "Error {ErrorId}: upload {Batch} could not be loaded")]
    partial void LogFailed(Exception failure, string errorId, Guid batch);

    [LoggerMessage(LogLevel.Error, "The folder of uploads cannot be used now; it is tried again")]
    partial void LogFolder(Exception failure);
}
