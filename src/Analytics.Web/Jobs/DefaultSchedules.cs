using Analytics.Domain.Schedules;
using Analytics.Domain.Storage;

namespace Analytics.Web.Jobs;

/// <summary>The schedules every installation starts with; an existing one of the same name is left as its users set it.</summary>
static class DefaultSchedules
{
    /// <param name="now">UTC; nothing before it counts as missed.</param>
    public static void Seed(Store store, DateTime now)
    {
        Schedule[] defaults =
        [
            new() { Name = "nightly-refresh", Job = RefreshJob.JobName, Cron = "0 2 * * *", Last = now },
            new() { Name = "monthly-trend-report", Job = "trend-report", Cron = "0 7 1 * *", Last = now },
            new() { Name = "daily-case-digest", Job = "case-digest", Cron = "30 7 * * *", Last = now },
        ];
        using (var db = store.Open())
            if (Absent(db, defaults).Count == 0) return;

        using var writer = store.Write();
        writer.Db.Schedules.AddRange(Absent(writer.Db, defaults));
        writer.Commit();
    }

    static List<Schedule> Absent(AnalyticsDb db, Schedule[] defaults)
    {
        var present = db.Schedules.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        return defaults.Where(s => !present.Contains(s.Name)).ToList();
    }
}
