using System.Net;
using System.Text.RegularExpressions;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests;

/// <summary>
/// The web program on a store and a data folder of its own, as Development with the sample accounts. A test class takes
/// one as fixture; a test that changes what others see makes its own.
/// </summary>
public partial class TestHost : WebApplicationFactory<Program>
{
    public const string Password = "Sample-2026!";

    /// <summary>Where the store and everything else of this host lies; removed with the host unless it was given.</summary>
    public string Folder { get; init; } = Path.Combine(Path.GetTempPath(), "analytics-web-" + Guid.NewGuid().ToString("N"));

    public bool KeepFolder { get; init; }

    public string EnvironmentName { get; init; } = "Development";

    /// <summary>Whether the sample is loaded before the first request.</summary>
    public bool LoadSample { get; init; }

    /// <summary>Whether the overview is looked at while the program starts.</summary>
    public bool FirstLook { get; init; }

    /// <summary>Services to put in place of the program's own.</summary>
    public Action<IServiceCollection> Replace { get; init; } = _ => { };

    /// <summary>What names the store to other processes.</summary>
    public string StoreSetting => TestStores.Setting(StorePath);

    string StorePath => Path.Combine(Folder, "test.db");

    public Store Store => Services.GetRequiredService<Store>();

    /// <summary>A client that keeps cookies and does not follow redirects.</summary>
    public HttpClient Anonymous() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A client signed in as the sample account of a role.</summary>
    public async Task<HttpClient> SignedIn(string role)
    {
        var client = Anonymous();
        var answer = await SignIn(client, role.ToLowerInvariant() + "@example.org", Password);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return client;
    }

    public static async Task<HttpResponseMessage> SignIn(HttpClient client, string email, string password, string address = "/sign-in") =>
        await Post(client, address, ("Email", email), ("Password", password));

    /// <summary>Posts a form as a browser does: with the token of the page it stands on.</summary>
    public static async Task<HttpResponseMessage> Post(HttpClient client, string address, params (string Name, string Value)[] fields)
    {
        var page = await client.GetStringAsync(address, TestContext.Current.CancellationToken);
        var token = Token().Match(page).Groups[1].Value;
        var form = fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        return await client.PostAsync(address, new FormUrlEncodedContent(form), TestContext.Current.CancellationToken);
    }

    /// <summary>Changes the store and publishes: the next request sees it.</summary>
    public void Seed(Action<AnalyticsDb> change)
    {
        using var writer = Store.Write(TestContext.Current.CancellationToken);
        change(writer.Db);
        writer.RaiseWorkVersion();
        writer.Commit();
    }

    /// <summary>Sends a message as the sample account of a role, without HTTP.</summary>
    internal async Task<T> Send<T>(string role, IRequest<T> message)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Set(ViewerOf(role));
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message, TestContext.Current.CancellationToken);
    }

    internal Viewer ViewerOf(string role) =>
        Services.GetRequiredService<ViewerSource>().Find(role.ToLowerInvariant() + "@example.org") ?? throw new InvalidOperationException($"No sample account for {role}.");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        builder.UseSetting("ANALYTICS_DATA", Folder);
        builder.UseSetting("ANALYTICS_DB", StoreSetting);
        builder.UseSetting("Sample:Load", LoadSample ? "true" : "false");
        builder.UseSetting("FirstLook", FirstLook ? "true" : "false");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Fatal");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft", "Fatal");
        builder.ConfigureTestServices(Replace);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || KeepFolder) return;
        if (TestStores.OnServer) TestStores.Remove(StorePath);
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
