using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Analytics.Web.Mails;

/// <summary>Hands mails to the server of the settings.</summary>
sealed class SmtpDelivery(MailSettings settings, TimeProvider time)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="id">The same for the same mail, however often it is handed over: a reader's program shows it once.</param>
    /// <exception cref="Exception">The server did not take it.</exception>
    public async Task Send(string to, MailText text, string id, CancellationToken ct)
    {
        using var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(settings.From));
        message.To.Add(MailboxAddress.Parse(to));
        message.Subject = text.Subject;
        message.Date = time.GetUtcNow();
        message.MessageId = $"{id}@{settings.From.Split('@')[^1]}";
        // No answers from absence notices and the like.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new TextPart("plain") { Text = text.Body };

        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        await client.ConnectAsync(settings.Host, settings.Port, settings.Security switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        }, ct);
        if (settings.User.Length > 0) await client.AuthenticateAsync(settings.User, settings.Password, ct);
        await client.SendAsync(message, ct);
        await client.DisconnectAsync(quit: true, ct);
    }
}
