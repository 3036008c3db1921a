using Analytics.Domain.FollowUp;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>
/// After accounts changed: work goes with an account that has another name, and open cases of somebody who cannot open them any more are nobody's again, so
/// that the queue shows them as such. Returns how many cases changed hands.
/// </summary>
/// <param name="Was">The name an account had; null where none was changed.</param>
sealed record FollowAccountsCommand(string? Was = null, string? Now = null) : ICommand<int>;

sealed class FollowAccountsHandler(Store store, ViewerSource viewers, TimeProvider time) : RequestHandler<FollowAccountsCommand, int>
{
    protected override int Handle(FollowAccountsCommand request)
    {
        using var writer = store.Write();
        var db = writer.Db;
        var hands = 0;
        if (request is { Was: { } was, Now: { } now } && was != now)
        {
            foreach (var known in db.Cases.Where(c => c.Assignee == was).ToList()) Give(known, now);
            foreach (var item in db.CaseItems.Where(i => i.Assignee == was).ToList()) item.Assignee = now;
            foreach (var view in db.SavedViews.Where(v => v.User == was).ToList()) view.User = now;
            foreach (var mail in db.OutgoingMails.Where(m => m.Recipient == was).ToList()) mail.Recipient = now;
        }
        db.SaveChanges();
        foreach (var cases in db.Cases.Where(c => c.Assignee != "" && c.Stage != CaseStage.Closed).ToList().GroupBy(c => c.Assignee))
        {
            var reviewer = Reviewers.Of(db).Contains(cases.Key) ? viewers.Find(cases.Key) : null;
            foreach (var known in cases.Where(c => reviewer?.Scope.Holds(c.UnitId) != true)) Give(known, "");
        }
        writer.RaiseWorkVersion();
        writer.Commit();
        return hands;

        void Give(FollowUpCase known, string to)
        {
            hands++;
            known.Revision++;
            db.CaseEvents.Add(new CaseEvent
            {
                CaseId = known.Id,
                Revision = known.Revision,
                At = time.GetUtcNow().UtcDateTime,
                By = CaseEvent.System,
                Kind = CaseEventKind.Assignee,
                Old = known.Assignee,
                New = to,
            });
            known.Assignee = to;
        }
    }
}
