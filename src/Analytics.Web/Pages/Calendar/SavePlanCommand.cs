using System.Globalization;
using Analytics.Domain.Audit;
using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using MediatR;

namespace Analytics.Web.Pages.Calendar;

/// <summary>What a form says of a round's plan.</summary>
sealed record PlanForm(
    string? Document, DateOnly? DocumentDate, DateOnly? PlannedDue, DateOnly? SelfReviewDue, DateOnly? ConferenceDue, DateOnly? MinutesDue, DateOnly? VerifiedDue, DateOnly? OpinionsDue, DateOnly? ReviewDue, DateOnly? OutcomeDue, DateOnly? CouncilSession)
{
    public const int LongestDocument = 60;

    public static PlanForm Of(RoundPlan? plan) => plan is null
        ? new(null, null, null, null, null, null, null, null, null, null, null)
        : new(plan.Document, plan.DocumentDate, plan.PlannedDue, plan.SelfReviewDue, plan.ConferenceDue, plan.MinutesDue, plan.VerifiedDue, plan.OpinionsDue, plan.ReviewDue, plan.OutcomeDue, plan.CouncilSession);

    /// <summary>Fields by name, in the order of the work.</summary>
    public IEnumerable<(string Field, DateOnly? Day)> Days =>
        [("planned", PlannedDue), ("self-review", SelfReviewDue), ("conference", ConferenceDue), ("minutes", MinutesDue), ("verified", VerifiedDue), ("opinions", OpinionsDue), ("review", ReviewDue), ("outcome", OutcomeDue)];

    /// <summary>What is wrong, by field: a key of a text.</summary>
    public IReadOnlyDictionary<string, string> Mistakes(Round round)
    {
        var mistakes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Document?.Trim().Length > LongestDocument) mistakes["document"] = "calendar.plan.long";
        DateOnly? before = null;
        foreach (var (field, day) in Days)
        {
            if (day is not { } known) continue;
            if (Math.Abs(known.DayNumber - round.HeldFrom.DayNumber) > 366) mistakes[field] = "calendar.plan.far";
            else if (known < before) mistakes[field] = "calendar.plan.order";
            before = known;
        }
        if (CouncilSession is { } session && Math.Abs(session.DayNumber - round.HeldFrom.DayNumber) > 366) mistakes["session"] = "calendar.plan.far";
        if (DocumentDate is { } signed && Math.Abs(signed.DayNumber - round.HeldFrom.DayNumber) > 732) mistakes["document-date"] = "calendar.plan.far";
        return mistakes;
    }
}

/// <summary>Keeps the plan of a round; the audit holds each day before and after. False where nothing changes.</summary>
sealed record SavePlanCommand(int RoundId, PlanForm Form) : ICommand<bool>
{
    public sealed class Handler(Store store, TimeProvider time, CurrentViewer current) : RequestHandler<SavePlanCommand, bool>
    {
        protected override bool Handle(SavePlanCommand request)
        {
            using var writer = store.Write();
            var round = writer.Reference.Round(request.RoundId) ?? throw new InvalidOperationException($"There is no round {request.RoundId}.");
            var plan = writer.Db.RoundPlans.SingleOrDefault(p => p.RoundId == round.Id);
            var (was, form) = (PlanForm.Of(plan), request.Form with { Document = Typed.Line(request.Form.Document) });
            if ((was with { Document = was.Document ?? "" }) == form) return false;
            var (now, by) = (time.GetUtcNow().UtcDateTime, current.Required.UserName);
            if (plan is null) writer.Db.RoundPlans.Add(plan = new RoundPlan { RoundId = round.Id, UpdatedBy = by });
            (plan.Document, plan.DocumentDate, plan.PlannedDue, plan.SelfReviewDue, plan.ConferenceDue, plan.MinutesDue, plan.VerifiedDue, plan.OpinionsDue, plan.ReviewDue, plan.OutcomeDue, plan.CouncilSession, plan.UpdatedAt, plan.UpdatedBy) =
                (form.Document, form.DocumentDate, form.PlannedDue, form.SelfReviewDue, form.ConferenceDue, form.MinutesDue, form.VerifiedDue, form.OpinionsDue, form.ReviewDue, form.OutcomeDue, form.CouncilSession, now, by);
            writer.Db.Audit.Add(new AuditEntry { At = now, User = by, Action = "plan", Target = $"round {round.Code}: {Changes(was, form)}", EntryKey = Guid.NewGuid().ToString("N") });
            writer.RaiseWorkVersion();
            writer.Commit();
            return true;
        }

        static string Changes(PlanForm was, PlanForm now)
        {
            static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
            var days = was.Days.Append(("session", was.CouncilSession)).Zip(now.Days.Append(("session", now.CouncilSession)))
                .Where(d => d.First.Item2 != d.Second.Item2).Select(d => $"{d.First.Item1} {Day(d.First.Item2)} > {Day(d.Second.Item2)}");
            if ((was.Document ?? "") != now.Document || was.DocumentDate != now.DocumentDate) days = days.Append("document");
            return string.Join(", ", days);
        }
    }
}
