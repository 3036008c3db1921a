using System.Globalization;
using System.Net.Mail;
using Analytics.Domain.Storage;

namespace Analytics.Web.Mails;

enum MailSecurity
{
    /// <summary>Plain at first, encrypted before anything is told; refused where the server does not offer it.</summary>
    StartTls,
    /// <summary>Encrypted from the first byte.</summary>
    Tls,
    /// <summary>For a server on the same machine, or a network that is protected otherwise; never with a password.</summary>
    None,
}

/// <summary>How mail leaves: section <c>Mail</c> of the settings. Off unless switched on.</summary>
sealed class MailSettings
{
    public const string Section = "Mail";

    public bool Enabled { get; private init; }
    public string Host { get; private init; } = "";
    public int Port { get; private init; }
    public MailSecurity Security { get; private init; }
    /// <summary>Account at the server; empty: it asks for none.</summary>
    public string User { get; private init; } = "";
    public string Password { get; private init; } = "";
    /// <summary>Address of the sender.</summary>
    public string From { get; private init; } = "";
    /// <summary>Address at which readers reach the program, without a slash at the end; empty: letters have no links.</summary>
    public string Link { get; private init; } = "";

    /// <exception cref="StoreException">Mail is on and a setting cannot be used; the message says which and why.</exception>
    public static MailSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        string Text(string key) => section[key]?.Trim() ?? "";
        var enabled = section.GetValue("Enabled", defaultValue: false);
        var written = Text("Security");
        var security = MailSecurity.StartTls;
        if (written.Length > 0 && !Enum.TryParse(written, ignoreCase: true, out security))
            throw Wrong("Security", written, "StartTls, Tls or None");
        var settings = new MailSettings
        {
            Enabled = enabled,
            Host = Text("Host"),
            Port = section.GetValue("Port", defaultValue: 587),
            Security = security,
            User = Text("User"),
            Password = section["Password"] ?? "",
            From = Text("From"),
            Link = Text("Link").TrimEnd('/'),
        };
        if (enabled) settings.Check();
        return settings;
    }

    void Check()
    {
        if (Host.Length == 0) throw Wrong("Host", "", "the name of the mail server");
        if (Port is < 1 or > 65535) throw Wrong("Port", Port.ToString(CultureInfo.InvariantCulture), "a number from 1 to 65535");
        if (!MailAddress.TryCreate(From, out _)) throw Wrong("From", From, "the address mails are sent from, such as analytics@example.org");
        if (!Uri.TryCreate(Link, UriKind.Absolute, out var link) || link.Scheme is not ("http" or "https")) throw Wrong("Link", Link, "the address at which readers reach the program, such as https://analytics.example.org");
        if (Security == MailSecurity.None && Password.Length > 0) throw Wrong("Security", "None", "StartTls or Tls, because a password is set and would be sent in the clear");
    }

    static StoreException Wrong(string name, string found, string expected) => new($"The setting {Section}:{name} is “{found}”; expected is {expected}.");
}
