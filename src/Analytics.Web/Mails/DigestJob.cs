using Analytics.Domain.Dates;
using Analytics.Web.Jobs;

namespace Analytics.Web.Mails;

/// <summary>Has a digest sent to everybody who works on cases, on working days, once a day.</summary>
/// <remarks>Keyed by the day: run again it adds nothing.</remarks>
sealed class DigestJob(MailSettings settings, MailOutbox outbox, MailTurn turn, WorkingCalendar calendar, TimeProvider time) : IJob
{
    public const string JobName = "case-digest";

    public string Name => JobName;

    public Task<JobOutcome> Run(JobContext context, CancellationToken ct)
    {
        if (!settings.Enabled) return Done(OutcomeText.MailOff);
        var today = VietnamTime.DateOf(time.Now());
        if (!calendar.IsWorking(today)) return Done(OutcomeText.DayOff);
        var added = outbox.AddDigests(today, ct);
        turn.Enqueue();
        return Done(OutcomeText.Digests(added));

        static Task<JobOutcome> Done(string text) => Task.FromResult(JobOutcome.Done(text));
    }
}
