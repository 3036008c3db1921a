namespace Analytics.Domain.Schedules;

/// <summary>What happens with due times that passed while nothing was running.</summary>
public enum MissedRunPolicy
{
    /// <summary>Each missed due time is run.</summary>
    RunAll,
    /// <summary>Only the latest is run; the others are recorded as skipped.</summary>
    RunLatest,
    /// <summary>None is run; all are recorded as skipped.</summary>
    Skip,
}

/// <summary>A recurring job: what, when (cron in an IANA zone), and what to do about missed runs.</summary>
public sealed class Schedule
{
    public int Id { get; set; }
    public required string Name { get; set; }
    /// <summary>Name of the job: <c>refresh</c>, <c>trend-report</c>.</summary>
    public required string Job { get; set; }
    /// <summary>Five-field cron expression.</summary>
    public required string Cron { get; set; }
    /// <summary>IANA time zone of the cron expression.</summary>
    public string Zone { get; set; } = "Asia/Ho_Chi_Minh";
    public MissedRunPolicy Missed { get; set; } = MissedRunPolicy.RunLatest;
    public bool Enabled { get; set; } = true;
    /// <summary>Language of what the job writes: vi or en.</summary>
    public string Language { get; set; } = "vi";
    /// <summary>Due times up to and including this instant (UTC) have a recorded run.</summary>
    public DateTime Last { get; set; }
}

public enum RunState
{
    Pending,
    Running,
    Done,
    Failed,
    Skipped,
}

/// <summary>One due time of one schedule (unique together) and what became of it. Instants are UTC.</summary>
public sealed class Run
{
    public int Id { get; set; }
    public int ScheduleId { get; set; }
    public DateTime DueAt { get; set; }
    /// <summary>What was asked for and by whom, as JSON in the words of the job, when a user asked; null for a due time.</summary>
    public string? Request { get; set; }
    public RunState State { get; set; }
    public int Attempts { get; set; }
    /// <summary>Who holds the lease: host, process, random part.</summary>
    public string? Owner { get; set; }
    public DateTime? LeaseUntil { get; set; }
    /// <summary>Not before this instant is a failed run tried again.</summary>
    public DateTime? RetryAt { get; set; }
    public DateTime? StartedAt { get; set; }
    public DateTime? FinishedAt { get; set; }
    /// <summary>One line on what was done or what went wrong, without names.</summary>
    public string? Outcome { get; set; }
    /// <summary>Seconds from the due time to the first start.</summary>
    public double? LatenessSeconds { get; set; }
}
