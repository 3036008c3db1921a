namespace Analytics.Web.Jobs;

/// <summary>Recomputes trends that are stale and publishes them.</summary>
/// <param name="all">Everything, not only what is stale.</param>
/// <returns>One line on what was done, without names.</returns>
delegate string Refresh(bool all, CancellationToken ct);

/// <summary>The scheduled refresh: sees to what an immediate one has left behind.</summary>
/// <remarks>
/// A refresh takes its stale marks and publishes in one transaction; interrupted at any point it has changed nothing
/// and is repeated. Repeated after it was done, it finds nothing stale.
/// </remarks>
sealed class RefreshJob(Refresh refresh) : IJob
{
    public const string JobName = "refresh";

    public string Name => JobName;

    public Task<JobOutcome> Run(JobContext context, CancellationToken ct) =>
        Task.FromResult(JobOutcome.Done(refresh(false, ct)));
}
