using System.Text.RegularExpressions;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Admin;

/// <summary>The sample city, to be changed by one test.</summary>
public sealed partial class AdminHost : TestHost
{
    public AdminHost()
    {
        LoadSample = true;
        Replace = ResultPages.OnTheDay;
    }

    public Task<HttpClient> Admin() => SignedIn(Roles.Admin);

    /// <summary>What was written down, oldest first: user, action, target.</summary>
    public List<string> Audited(string action)
    {
        using var db = Store.Open();
        return db.Audit.Where(a => a.Action == action).OrderBy(a => a.Id).Select(a => $"{a.User} {a.Target}").ToList();
    }

    public int IdOf(string userName)
    {
        using var db = Store.Open();
        return db.Users.Single(u => u.UserName == userName).Id;
    }

    /// <summary>The message beside a field of a form that was refused.</summary>
    public static string? Beside(string html, string field) =>
        Regex.Match(html, $"id=\"{field}-error\"[^>]*>(.*?)</span>") is { Success: true } match ? System.Net.WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    public static async Task<string> Html(HttpResponseMessage answer) => await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    [GeneratedRegex("<code class=\"told\">([^<]+)</code>")]
    public static partial Regex Told();
}
