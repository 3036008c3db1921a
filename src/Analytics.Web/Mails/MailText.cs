namespace Analytics.Web.Mails;

/// <summary>One mail as its reader gets it: plain text, and no official's name in it.</summary>
sealed record MailText(string Subject, string Body);
