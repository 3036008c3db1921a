namespace Analytics.Web.Jobs;

/// <summary>Work that a schedule names. Registered by dependency injection as <see cref="IJob"/>.</summary>
/// <remarks>
/// A run is carried out at least once: when the process ends after the work and before its outcome is recorded, the
/// same run comes again with the same <see cref="JobContext.RunId"/>. So a job is idempotent: what it leaves behind
/// is keyed by the run, or is the same however often it is computed.
/// </remarks>
interface IJob
{
    /// <summary>As schedules write it, lower case with hyphens, unique.</summary>
    string Name { get; }

    /// <summary>Does the work of one due time, outside any write transaction of the ledger.</summary>
    /// <param name="context">Which run, due when, and where progress is told.</param>
    /// <param name="ct">Cancelled at shutdown, and when another process has taken the run over.</param>
    Task<JobOutcome> Run(JobContext context, CancellationToken ct);
}

/// <summary>One run as its job sees it.</summary>
/// <param name="RunId">Key of the run; the same when the run is repeated.</param>
/// <param name="DueAt">UTC.</param>
/// <param name="Report">Takes a line on progress; the latest is stored with each heartbeat. No names in it.</param>
sealed record JobContext(int RunId, DateTime DueAt, Action<string> Report);

/// <summary>How a run ended.</summary>
enum JobEnd
{
    /// <summary>The work is done.</summary>
    Done,
    /// <summary>It went wrong and may go right later: tried again, up to <see cref="Ledger.MaxAttempts"/>.</summary>
    Failed,
    /// <summary>It went wrong and would again: not tried again.</summary>
    Refused,
    /// <summary>A shutdown came first: not counted as an attempt, the next start runs it.</summary>
    Interrupted,
}

/// <summary>How a run ended, with one line for the page of runs: counts and ids, no names.</summary>
sealed record JobOutcome(JobEnd End, string Text)
{
    public static JobOutcome Done(string text) => new(JobEnd.Done, text);
    public static JobOutcome Failed(string text) => new(JobEnd.Failed, text);
    public static JobOutcome Refused(string text) => new(JobEnd.Refused, text);
    internal static JobOutcome Interrupted { get; } = new(JobEnd.Interrupted, OutcomeText.Interrupted);
}
