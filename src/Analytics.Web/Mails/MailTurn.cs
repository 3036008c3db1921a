using Analytics.Web.Jobs;
using Hangfire;

namespace Analytics.Web.Mails;

/// <summary>Each minute, where mail is on: writes down notices and sends what waits. One at a time.</summary>
sealed class MailTurn(MailSettings settings, MailOutbox outbox, IBackgroundJobClient hangfire) : IEachMinute
{
    int active;

    public void Enqueue()
    {
        if (settings.Enabled) hangfire.Enqueue<MailTurn>(turn => turn.Run(CancellationToken.None));
    }

    /// <summary>What Hangfire calls. Does nothing while another one is at it.</summary>
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task Run(CancellationToken ct)
    {
        if (Interlocked.Exchange(ref active, 1) == 1) return;
        try
        {
            outbox.AddNotices(ct);
            await outbox.Send(ct);
        }
        finally
        {
            Volatile.Write(ref active, 0);
        }
    }
}
