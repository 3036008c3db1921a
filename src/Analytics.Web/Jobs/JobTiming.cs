using System.Globalization;
using Analytics.Domain.Storage;
using Hangfire;

namespace Analytics.Web.Jobs;

/// <summary>How often the ledger is looked at, and how soon a run counts as abandoned.</summary>
/// <param name="Lease">How long a run stays claimed without a heartbeat; it outlasts three of them.</param>
/// <param name="Heartbeat">Pause between two prolongations of a lease.</param>
/// <param name="TickSeconds">Seconds between two looks at the ledger; divides a minute.</param>
sealed record JobTiming(TimeSpan Lease, TimeSpan Heartbeat, int TickSeconds)
{
    static readonly TimeSpan LongestLease = TimeSpan.FromHours(1);

    public static JobTiming Default { get; } = new(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(30), 60);

    /// <summary>The tick as Hangfire's cron expression, with seconds where it comes more than once a minute.</summary>
    public string TickCron => TickSeconds == 60 ? Cron.Minutely() : string.Create(CultureInfo.InvariantCulture, $"*/{TickSeconds} * * * * *");

    /// <summary>How often Hangfire looks at its own timetable.</summary>
    public TimeSpan Polling => TimeSpan.FromSeconds(Math.Min(5, TickSeconds));

    /// <summary>Reads <c>Jobs:LeaseSeconds</c>, <c>Jobs:HeartbeatSeconds</c>, <c>Jobs:TickSeconds</c>; what is not set is as by default.</summary>
    /// <exception cref="StoreException">A setting cannot be used; the message says which and why.</exception>
    public static JobTiming From(IConfiguration configuration)
    {
        var timing = new JobTiming(
            TimeSpan.FromSeconds(Seconds(configuration, "Jobs:LeaseSeconds", (int)Default.Lease.TotalSeconds)),
            TimeSpan.FromSeconds(Seconds(configuration, "Jobs:HeartbeatSeconds", (int)Default.Heartbeat.TotalSeconds)),
            Seconds(configuration, "Jobs:TickSeconds", Default.TickSeconds));
        if (timing.Lease < 3 * timing.Heartbeat || timing.Lease > LongestLease)
            throw new StoreException($"The setting Jobs:LeaseSeconds is {timing.Lease.TotalSeconds:0}; expected at least three times Jobs:HeartbeatSeconds ({timing.Heartbeat.TotalSeconds:0}) and at most 3600.");
        if (60 % timing.TickSeconds != 0)
            throw new StoreException($"The setting Jobs:TickSeconds is {timing.TickSeconds}; expected a number that divides 60.");
        return timing;
    }

    static int Seconds(IConfiguration configuration, string setting, int otherwise)
    {
        if (configuration[setting] is not { Length: > 0 } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? seconds
            : throw new StoreException($"The setting {setting} is '{text}'; expected a whole number of seconds above 0.");
    }
}
