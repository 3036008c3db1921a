using Analytics.Domain.Mails;
using Analytics.Domain.Storage;

namespace Analytics.Web.Mails;

/// <summary>From when on cases are new to a reader: from their digest before; of the first one, from a day ago.</summary>
static class DigestSince
{
    /// <summary>Before that nothing is new any more, however long there was no digest.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <param name="now">UTC: when the digest in question was written down.</param>
    public static DateTime Of(Store store, string recipient, DateTime now)
    {
        using var db = store.Open();
        var before = db.OutgoingMails.Where(m => m.Kind == MailKind.Digest && m.Recipient == recipient && m.MadeAt < now && (m.State == MailState.Sent || m.State == MailState.Nothing))
            .OrderByDescending(m => m.MadeAt).Select(m => (DateTime?)m.MadeAt).FirstOrDefault();
        return before is null ? now.AddDays(-1) : before < now - Longest ? now - Longest : before.Value;
    }
}
