using Analytics.Domain.Mails;
using Analytics.Web.Access;
using Analytics.Web.Mails;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Resources;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Admin;

/// <summary>How mail is set up and what became of the latest; what the mails say is shown to their readers only.</summary>
[Authorize(Policy = Policies.Administration)]
sealed partial class MailModel(IMediator mediator, MailSettings settings, SmtpDelivery delivery, CurrentViewer current, Texts texts, ILogger<MailModel> logger) : PageModel
{
    [FromQuery] public string? Sent { get; set; }

    public MailSettings Settings => settings;
    public Result Data { get; private set; } = null!;
    /// <summary>Kind of the fault of a test that was not sent.</summary>
    public string? Fault { get; private set; }

    public sealed record Query : IQuery<Result>;

    /// <param name="Latest">Of all readers, the latest first.</param>
    public sealed record Result(int Waiting, int GivenUp, IReadOnlyList<OutgoingMail> Latest) : IRowCount
    {
        public int RowCount => Latest.Count;
    }

    public async Task OnGet(CancellationToken ct) => Data = await mediator.Send(new Query(), ct);

    /// <summary>A test to whoever asks, past the outbox: the answer of the server is wanted now.</summary>
    public async Task<IActionResult> OnPostTest(CancellationToken ct)
    {
        if (!settings.Enabled) return NotFound();
        try
        {
            await delivery.Send(current.Required.UserName, new MailText(texts["mail.test.subject"], texts["mail.test.body"] + "\r\n"), $"test-{Guid.NewGuid():N}", ct);
            return new SeeOther("/admin/mail?sent=test");
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            LogTest(fault);
            Fault = fault.GetType().Name;
            Data = await mediator.Send(new Query(), ct);
            return Page();
        }
    }

    [LoggerMessage(LogLevel.Warning, "A test mail was not sent")]
    partial void LogTest(Exception error);

    internal sealed class Handler(QueryContext context) : RequestHandler<Query, Result>
    {
        const int Most = 50;

        protected override Result Handle(Query request)
        {
            var mails = context.Db.OutgoingMails.AsNoTracking();
            return new Result(mails.Count(m => m.State == MailState.Waiting), mails.Count(m => m.State == MailState.GivenUp), mails.OrderByDescending(m => m.Id).Take(Most).ToList());
        }
    }
}
