using System.Globalization;
using Analytics.Domain.Audit;
using Analytics.Domain.Dates;
using Analytics.Domain.Mails;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Jobs;
using Analytics.Web.Pages.FollowUp;
using Analytics.Web.Shared.Resources;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Mails;

/// <summary>Mails that are to be sent, each once: what they are of is written down first, what they say is made when they leave.</summary>
/// <remarks>
/// A mail is claimed in a transaction before it is handed over and marked after: a process that ends in between leaves it claimed, and it is handed over again
/// when the claim ends, under the same message id.
/// </remarks>
sealed partial class MailOutbox(Store store, SmtpDelivery delivery, IServiceScopeFactory scopes, TimeProvider time, ILogger<MailOutbox> logger)
{
    /// <summary>How long nobody else takes a mail that is being handed over.</summary>
    static readonly TimeSpan Claim = TimeSpan.FromMinutes(10);

    /// <summary>Minutes to wait after each failure; after the last the mail is given up.</summary>
    static readonly int[] Waits = [1, 5, 15, 60, 240, 720];

    /// <summary>Writes down a digest of a day for everybody who works on cases. Again it changes nothing.</summary>
    /// <returns>How many were new.</returns>
    public int AddDigests(DateOnly day, CancellationToken ct)
    {
        var key = DayKey(day);
        using var writer = store.Write(ct);
        var there = writer.Db.OutgoingMails.Where(m => m.Kind == MailKind.Digest && m.Key == key).Select(m => m.Recipient).ToHashSet(StringComparer.Ordinal);
        var missing = Reviewers.Of(writer.Db).Where(u => !there.Contains(u)).ToList();
        Add(writer, missing.Select(u => (MailKind.Digest, u, key)));
        return missing.Count;
    }

    /// <summary>Writes down a notice of each change of state that has none.</summary>
    public int AddNotices(CancellationToken ct)
    {
        using (var db = store.Open())
            if (Missing(db).Count == 0) return 0;
        using var writer = store.Write(ct);
        var missing = Missing(writer.Db);
        Add(writer, missing.Select(n => (MailKind.Notice, n.Recipient, n.Key)));
        return missing.Count;

        List<Notice> Missing(AnalyticsDb db)
        {
            var found = NoticeFinder.Find(db, time.Now());
            if (found.Count == 0) return found;
            var keys = found.ConvertAll(n => n.Key);
            var there = db.OutgoingMails.Where(m => m.Kind == MailKind.Notice && keys.Contains(m.Key)).Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
            return found.FindAll(n => !there.Contains(n.Key));
        }
    }

    void Add(Writer writer, IEnumerable<(MailKind Kind, string Recipient, string Key)> mails)
    {
        var now = time.Now();
        writer.Db.OutgoingMails.AddRange(mails.Select(m => new OutgoingMail
        {
            Kind = m.Kind,
            Recipient = m.Recipient,
            Key = m.Key,
            MadeAt = now,
        }));
        writer.Commit();
    }

    /// <summary>Sends what waits and is due; what the server does not take waits longer each time.</summary>
    public async Task Send(CancellationToken ct)
    {
        while (Next(ct) is { } mail)
        {
            var (state, error) = (MailState.Sent, "");
            try
            {
                if (await Compose(mail, ct) is { } text) await delivery.Send(mail.Recipient, text, MessageId(mail), ct);
                else state = MailState.Nothing;
            }
            catch (Exception) when (ct.IsCancellationRequested)
            {
                // Told to stop, not refused: the next start sends it.
                End(mail.Id, MailState.Waiting, "", time.Now());
                throw;
            }
            catch (Exception fault)
            {
                LogFailed(fault, mail.Id, mail.Attempts);
                (state, error) = (mail.Attempts > Waits.Length ? MailState.GivenUp : MailState.Waiting, fault.GetType().Name);
            }
            End(mail.Id, state, error, state == MailState.Waiting ? time.Now().AddMinutes(Waits[mail.Attempts - 1]) : null);
        }
    }

    OutgoingMail? Next(CancellationToken ct)
    {
        var now = time.Now();
        using (var db = store.Open())
            if (!Due(db, now).Any()) return null;
        using var writer = store.Write(ct);
        if (Due(writer.Db, now).OrderBy(m => m.Id).FirstOrDefault() is not { } mail) return null;
        (mail.Attempts, mail.RetryAt) = (mail.Attempts + 1, now + Claim);
        writer.Commit();
        return mail;

        static IQueryable<OutgoingMail> Due(AnalyticsDb db, DateTime now) => db.OutgoingMails.Where(m => m.State == MailState.Waiting && (m.RetryAt == null || m.RetryAt <= now));
    }

    async Task<MailText?> Compose(OutgoingMail mail, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        // An account that is gone, locked, or lost the right is told nothing.
        using (var db = store.Open())
            if (!Reviewers.Of(db).Contains(mail.Recipient)) return null;
        if (services.GetRequiredService<ViewerSource>().Find(mail.Recipient) is not { } viewer) return null;
        services.GetRequiredService<CurrentViewer>().Set(viewer);
        services.GetRequiredService<Language>().Use(viewer.Language);
        var mails = services.GetRequiredService<CaseMails>();
        if (mail.Kind == MailKind.Notice)
        {
            var (id, revision) = Notice.Parse(mail.Key);
            return mails.Notice(id, revision);
        }
        // Of a day that is over there is a newer one.
        return mail.Key == DayKey(VietnamTime.DateOf(time.Now())) ? await mails.Digest(DigestSince.Of(store, mail.Recipient, mail.MadeAt), ct) : null;
    }

    void End(int id, MailState state, string error, DateTime? retry)
    {
        using var writer = store.Write();
        var mail = writer.Db.OutgoingMails.Single(m => m.Id == id);
        (mail.State, mail.Error, mail.RetryAt) = (state, error, retry);
        if (state != MailState.Waiting) mail.EndedAt = time.Now();
        if (state == MailState.Sent)
            writer.Db.Audit.Add(new AuditEntry { At = time.Now(), User = mail.Recipient, Action = "mail", Target = $"{mail.Kind.ToString().ToLowerInvariant()} {mail.Key}", EntryKey = Guid.NewGuid().ToString("N") });
        writer.Commit();
    }

    static string DayKey(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string MessageId(OutgoingMail mail) => $"{mail.Kind.ToString().ToLowerInvariant()}-{mail.Id}-{mail.MadeAt:yyyyMMddHHmmss}";

    [LoggerMessage(LogLevel.Warning, "Mail {MailId} was not sent, attempt {Attempt}")]
    partial void LogFailed(Exception error, int mailId, int attempt);
}
