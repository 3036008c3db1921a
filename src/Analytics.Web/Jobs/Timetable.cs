using Cronos;

namespace Analytics.Web.Jobs;

/// <summary>
/// The due times of a cron expression in its time zone, as UTC instants. Where clocks are put forward, a time inside
/// the gap is due at its end; where they are put back, a time of day is due once.
/// </summary>
sealed class Timetable
{
    readonly CronExpression cron;
    readonly TimeZoneInfo zone;

    Timetable(CronExpression cron, TimeZoneInfo zone)
    {
        this.cron = cron;
        this.zone = zone;
    }

    /// <summary>The timetable, or what is wrong with the expression or the zone.</summary>
    /// <param name="cron">Five fields.</param>
    /// <param name="zone">IANA name.</param>
    /// <param name="problem">Null when the timetable is good.</param>
    public static Timetable? Read(string cron, string zone, out ScheduleProblem? problem)
    {
        problem = null;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) || !found.HasIanaId)
        {
            problem = new(
                $"Không có múi giờ '{zone}'; cần tên IANA, ví dụ Asia/Ho_Chi_Minh.",
                $"Time zone '{zone}' is not known; expected an IANA name such as Asia/Ho_Chi_Minh.");
            return null;
        }
        try
        {
            return new Timetable(CronExpression.Parse(cron), found);
        }
        catch (CronFormatException wrong)
        {
            problem = new(
                $"Không đọc được lịch '{cron}'; cần năm trường: phút, giờ, ngày, tháng, thứ.",
                $"Cron expression '{cron}' cannot be read: {wrong.Message} Expected minute, hour, day, month, weekday.");
            return null;
        }
    }

    /// <summary>Due times in (<paramref name="after"/>, <paramref name="upTo"/>], in order; computed as they are taken.</summary>
    public IEnumerable<DateTime> Between(DateTime after, DateTime upTo) =>
        after >= upTo ? [] : cron.GetOccurrences(after, upTo, zone, fromInclusive: false, toInclusive: true);

    /// <summary>The first due time after an instant; null when none comes, as for 30 February.</summary>
    public DateTime? Next(DateTime after) => cron.GetNextOccurrence(after, zone);
}

/// <summary>Why a schedule cannot run: one line for whoever maintains it, in both languages.</summary>
sealed record ScheduleProblem(string Vietnamese, string English);
