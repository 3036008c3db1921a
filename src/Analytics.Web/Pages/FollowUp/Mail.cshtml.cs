using Analytics.Domain.Mails;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Mails;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Resources;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>What the reader would be sent now, word by word, whether mail is on or off; and what was sent.</summary>
[Authorize(Policy = Policies.FollowUp)]
sealed class MailModel(IMediator mediator, CurrentViewer current, MailSettings settings) : PageModel
{
    public Result Data { get; private set; } = null!;
    public bool IsOn => settings.Enabled;
    public string From => settings.From;

    /// <param name="User">The viewer, and the language of the account: answers are remembered by rights, and two accounts may have the same.</param>
    public sealed record Query(string User, string Language) : IQuery<Result>;

    /// <param name="Digest">The digest as of now; null: there is nothing to tell.</param>
    /// <param name="Since">From when on cases are new in it, UTC.</param>
    /// <param name="Notices">Of changes within the last day, the latest first.</param>
    /// <param name="Sent">Mails of the last two weeks, the latest first.</param>
    public sealed record Result(MailText? Digest, DateTime Since, IReadOnlyList<MailText> Notices, IReadOnlyList<OutgoingMail> Sent) : IRowCount
    {
        public int RowCount => Notices.Count + (Digest is null ? 0 : 1);
    }

    public async Task OnGet(CancellationToken ct) => Data = await mediator.Send(new Query(current.Required.UserName, current.Required.Language), ct);

    internal sealed class Handler(QueryContext context, CaseMails mails, Language language, Store store, TimeProvider time) : IRequestHandler<Query, Result>
    {
        const int MostNotices = 10, DaysBack = 14;

        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var (user, now, page) = (request.User, time.GetUtcNow().UtcDateTime, language.Code);
            // As it is sent: in the language of the account, whatever the page is read in.
            language.Use(request.Language);
            var since = DigestSince.Of(store, user, now);
            var notices = NoticeFinder.Find(context.Db, now).FindAll(n => n.Recipient == user).AsEnumerable().Reverse().Take(MostNotices)
                .Select(n => mails.Notice(n.CaseId, n.Revision)).OfType<MailText>().ToList();
            var from = now.AddDays(-DaysBack);
            var digest = await mails.Digest(since, cancellationToken);
            language.Use(page);
            return new Result(digest, since, notices,
                context.Db.OutgoingMails.AsNoTracking().Where(m => m.Recipient == user && m.MadeAt > from).OrderByDescending(m => m.Id).ToList());
        }
    }
}
