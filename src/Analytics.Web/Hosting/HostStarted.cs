namespace Analytics.Web.Hosting;

static class HostStarted
{
    /// <summary>Waits until the host has started, or for ever where it never does.</summary>
    /// <exception cref="OperationCanceledException">The host stops.</exception>
    public static async Task Started(this IHostApplicationLifetime lifetime, CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }
}
