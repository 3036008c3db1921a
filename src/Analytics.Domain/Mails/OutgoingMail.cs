namespace Analytics.Domain.Mails;

public enum MailKind
{
    /// <summary>What is new, due and overdue for one reviewer on one day.</summary>
    Digest,
    /// <summary>One change of the state of one case.</summary>
    Notice,
}

public enum MailState
{
    Waiting,
    Sent,
    /// <summary>There was nothing to tell, or nobody to tell it to any more.</summary>
    Nothing,
    /// <summary>Tried as often as is sensible.</summary>
    GivenUp,
}

/// <summary>
/// One mail to one reviewer, once (unique by kind, recipient and key). What it says is made when it is sent, with the rights the recipient has then; nothing of it is kept.
/// </summary>
public sealed class OutgoingMail
{
    public int Id { get; set; }
    public MailKind Kind { get; set; }
    /// <summary>User name.</summary>
    public required string Recipient { get; set; }
    /// <summary>The day of a digest, <c>yyyy-MM-dd</c>; case and revision of a notice, <c>12:4</c>.</summary>
    public required string Key { get; set; }
    /// <summary>UTC, as all instants here.</summary>
    public DateTime MadeAt { get; set; }
    public MailState State { get; set; }
    public int Attempts { get; set; }
    /// <summary>Not before this instant is it tried again.</summary>
    public DateTime? RetryAt { get; set; }
    /// <summary>When it was sent, given up, or found to have nothing to tell.</summary>
    public DateTime? EndedAt { get; set; }
    /// <summary>What went wrong the last time, without addresses and names.</summary>
    public string Error { get; set; } = "";
}
