using System.Globalization;
using Analytics.Domain.Schedules;
using Analytics.Web.Jobs;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Pages.Briefings;

/// <summary>Schedules and runs in the words of the page.</summary>
sealed class RunWords(QueryContext context, Texts texts, Formats formats, Language language)
{
    /// <summary>A field of a cron expression that says nothing.</summary>
    const int Any = -1;

    /// <summary>A schedule by its name in words; a user, or a schedule without words, as it is.</summary>
    public string By(string name) => texts.Has("schedule." + name) ? texts["schedule." + name] : name;

    public string RoundName(string code) => context.Reference.Round(code)?.Name(language.English) ?? code;

    public string Size(long bytes) => formats.Number(bytes / 1048576.0, 1) + " MB";

    /// <summary>The cron expression in words where it is a plain one, and in its own letters where it is not.</summary>
    public string When(ScheduleRow schedule)
    {
        var fields = schedule.Cron.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var plain = fields is [var minute, var hour, var day, "*", var weekday]
            ? Words(Number(minute), Number(hour), day == "*" ? Any : Number(day), weekday == "*" ? Any : Number(weekday))
            : null;
        var words = schedule.Cron == "* * * * *" ? texts["briefings.when.minute"] : plain ?? schedule.Cron;
        return schedule.Zone == "Asia/Ho_Chi_Minh" ? words : $"{words} ({schedule.Zone})";
    }

    string? Words(int? minute, int? hour, int? day, int? weekday)
    {
        if (minute is not { } m || hour is not { } h) return null;
        var at = texts["briefings.when.at", h, m.ToString("00", CultureInfo.InvariantCulture)];
        return (day, weekday) switch
        {
            (Any, Any) => texts["briefings.when.daily", at],
            ( > 0, Any) => texts["briefings.when.monthly", at, formats.CountInText(day.Value)],
            (Any, >= 0 and <= 6) => texts["briefings.when.weekly", at, texts["briefings.weekday." + weekday.Value.ToString(CultureInfo.InvariantCulture)]],
            _ => null,
        };
    }

    static int? Number(string field) => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public string State(RunRow run) => run is { State: RunState.Failed, RetryAt: { } again }
        ? texts["briefings.state.again", formats.Instant(again)]
        : texts["briefings.state." + run.State.ToString().ToLowerInvariant()];

    public static string Class(RunState state) => state switch
    {
        RunState.Done => "status good",
        RunState.Failed => "status bad",
        RunState.Skipped => "status",
        _ => "status warn",
    };

    /// <summary>What was done or what went wrong; null before anything was.</summary>
    public string? Outcome(RunRow run) => language.English ? run.Outcome : OutcomeText.InVietnamese(run.Outcome);

    public string Problem(ScheduleProblem problem) => language.English ? problem.English : problem.Vietnamese;

    /// <summary>That a run began later than ticks and writers explain; null when it did not.</summary>
    public string? Lateness(RunRow run) => run.LatenessSeconds is { } seconds && seconds > DueTimes.Grace.TotalSeconds
        ? seconds < 2 * 3600
            ? texts["briefings.late.minutes", formats.Count((long)(seconds / 60))]
            : seconds < 2 * 86400 ? texts["briefings.late.hours", formats.Count((long)(seconds / 3600))] : texts["briefings.late.days", formats.Count((long)(seconds / 86400))]
        : null;
}
