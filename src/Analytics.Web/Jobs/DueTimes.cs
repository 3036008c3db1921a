using Analytics.Domain.Schedules;

namespace Analytics.Web.Jobs;

/// <summary>Turns the due times that have passed since <see cref="Schedule.Last"/> into runs, by the schedule's policy.</summary>
/// <remarks>
/// Pure; the caller stores the runs and the advanced <see cref="Schedule.Last"/> in one transaction. After a long
/// standstill no more than <see cref="AtOnce"/> due times are taken; the next tick goes on from there.
/// </remarks>
static class DueTimes
{
    /// <summary>Due times of one schedule that one tick accounts for.</summary>
    public const int AtOnce = 1000;

    /// <summary>A due time seen no later than this was not missed: ticks come each minute, and may wait for a writer.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    /// <summary>One run for each due time in (Last, now]; advances <see cref="Schedule.Last"/>.</summary>
    /// <param name="now">UTC.</param>
    public static List<Run> Account(Schedule schedule, Timetable timetable, DateTime now)
    {
        var due = timetable.Between(Utc.Of(schedule.Last), now).Take(AtOnce + 1).ToList();
        var complete = due.Count <= AtOnce;
        if (!complete) due.RemoveAt(AtOnce);

        var runs = due.Select((at, i) =>
        {
            // While more due times follow in the next tick, none of these is the latest.
            var skipped = schedule.Missed switch
            {
                MissedRunPolicy.RunLatest when !complete || i < due.Count - 1 => OutcomeText.Superseded,
                MissedRunPolicy.Skip when now - at > Grace => OutcomeText.Missed,
                _ => null,
            };
            return new Run
            {
                ScheduleId = schedule.Id,
                DueAt = at,
                State = skipped is null ? RunState.Pending : RunState.Skipped,
                Outcome = skipped,
                FinishedAt = skipped is null ? null : now,
            };
        }).ToList();

        Advance(schedule, complete ? now : due[^1]);
        return runs;
    }

    /// <summary>Moves <see cref="Schedule.Last"/> forward, never back: a clock put back repeats no due time.</summary>
    public static void Advance(Schedule schedule, DateTime to)
    {
        if (to > Utc.Of(schedule.Last)) schedule.Last = to;
    }
}

/// <summary>Instants come out of SQLite without their kind; all of them are UTC.</summary>
static class Utc
{
    public static DateTime Of(DateTime stored) => DateTime.SpecifyKind(stored, DateTimeKind.Utc);
    public static DateTime? Of(DateTime? stored) => stored is { } instant ? Of(instant) : null;
    public static DateTime Now(this TimeProvider time) => time.GetUtcNow().UtcDateTime;
}
