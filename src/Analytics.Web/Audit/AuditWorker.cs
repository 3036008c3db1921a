using System.Data.Common;
using Analytics.Domain.Storage;
using Analytics.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Audit;

/// <summary>Moves the spool at start, every few seconds, and when the host stops. A busy store is tried again later.</summary>
sealed partial class AuditWorker(AuditMover mover, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<AuditWorker> log) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            await lifetime.Started(stoppingToken);
            do
            {
                await Task.Run(() => TryMove(stoppingToken), stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what is left is moved by StopAsync.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        TryMove(cancellationToken);
    }

    void TryMove(CancellationToken ct)
    {
        try
        {
            mover.Move(ct);
        }
        catch (Exception failure) when (failure is StoreException or DbException or DbUpdateException or IOException)
        {
            LogLater(failure);
        }
        catch (OperationCanceledException)
        {
            // The spool keeps what could not be moved in time.
        }
    }

    [LoggerMessage(LogLevel.Warning, "The audit spool could not be moved into the store now; it is kept and tried again.")]
    partial void LogLater(Exception failure);
}
