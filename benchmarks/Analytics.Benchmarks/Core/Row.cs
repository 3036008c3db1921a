namespace Analytics.Benchmarks.Core;

/// <summary>One line of a table: something measured, or a yardstick that could not be had and why.</summary>
sealed class Row(string name)
{
    readonly List<string> against = [];

    public string Name => name;
    public Timing Timing { get; } = new();
    /// <summary>Processor time of the same repeats, where it can be told: on a shared machine it says more than the clock.</summary>
    public Timing Processor { get; } = new();
    /// <summary>Largest resident memory of the process, over all repeats; null where the thing has no process of its own.</summary>
    public long? PeakMegabytes { get; private set; }
    /// <summary>Why there are no figures; null when there are.</summary>
    public string? Missing { get; set; }
    /// <summary>Names of the rows of the same section that this one is compared with.</summary>
    public IReadOnlyList<string> Yardsticks => against;

    public bool Measured => Missing is null && Timing.Count > 0;

    /// <summary>Compares this row with another of the section, within the run.</summary>
    public Row Against(string yardstick)
    {
        if (!against.Contains(yardstick)) against.Add(yardstick);
        return this;
    }

    /// <summary>Adds one run of <paramref name="action"/>, which does all its work inside this process.</summary>
    public void Time(Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        Timing.Time(action);
        Processor.Add(Environment.CpuUsage.TotalTime - before);
    }

    /// <summary>Adds requests one after the other: each by the clock, their processor time in the process that answers as a mean.</summary>
    public void Ask(int times, Action ask, Func<TimeSpan> processor)
    {
        var before = processor();
        for (var i = 0; i < times; i++) Timing.Time(ask);
        Processor.Add((processor() - before) / times);
    }

    /// <summary>Adds one run of a process; one that failed makes the row a missing one.</summary>
    public void Add(ToolRun run)
    {
        if (run.ExitCode != 0)
        {
            Missing = $"ended with code {run.ExitCode}: {run.LastErrorLine}";
            return;
        }
        Timing.Add(run.Elapsed);
        if (run.Processor is { } processor) Processor.Add(processor);
        if (run.PeakMegabytes is { } peak) PeakMegabytes = Math.Max(PeakMegabytes ?? 0, peak);
    }
}
