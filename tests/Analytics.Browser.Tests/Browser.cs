using Microsoft.Playwright;

[assembly: CaptureConsole]

namespace Analytics.Browser.Tests;

/// <summary>Debian's Chromium, driven by Playwright, in front of the real program. One for all tests of the assembly.</summary>
public sealed class Browser : IAsyncLifetime
{
    public const string Password = "Sample-2026!";

    static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    readonly Dictionary<string, string> signedIn = [];
    IPlaywright? playwright;
    IBrowser? chromium;
    WebProgram? program;

    public Uri Address => program!.Address;

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } executable) return;
        program = new WebProgram();
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Flags });
    }

    /// <summary>A page of a new visitor who is signed in as the sample account of a role; nobody when it is null.</summary>
    /// <param name="width">Width of the window in pixels.</param>
    /// <param name="scripts">Whether the browser runs JavaScript.</param>
    public async Task<Visit> Open(string? role, string language = "vi", int width = 1400, bool scripts = true)
    {
        if (chromium is null) Assert.Skip("Chromium is not installed (looked for " + string.Join(", ", Places) + ").");
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ViewportSize = new() { Width = width, Height = 1000 },
            AcceptDownloads = true,
            JavaScriptEnabled = scripts,
            StorageState = role is null ? null : await SignedIn(role),
        });
        await context.AddCookiesAsync([new() { Name = "analytics-lang", Value = language, Url = Address.ToString() }]);
        var visit = new Visit(await context.NewPageAsync());
        if (role is not null) await visit.Go("/");
        return visit;
    }

    /// <summary>The same in front of another program, signed in by its form.</summary>
    public async Task<Visit> OpenAt(WebProgram other, string role, string language)
    {
        if (chromium is null) Assert.Skip("Chromium is not installed (looked for " + string.Join(", ", Places) + ").");
        var context = await chromium.NewContextAsync(new() { BaseURL = other.Address.ToString(), ViewportSize = new() { Width = 1400, Height = 1000 } });
        await context.AddCookiesAsync([new() { Name = "analytics-lang", Value = language, Url = other.Address.ToString() }]);
        var visit = new Visit(await context.NewPageAsync());
        await visit.SignIn(role);
        return visit;
    }

    /// <summary>The cookies of a role that signed in by the form; once per role, since every other test needs only the outcome.</summary>
    async Task<string> SignedIn(string role)
    {
        if (signedIn.TryGetValue(role, out var state)) return state;
        await using var context = await chromium!.NewContextAsync(new() { BaseURL = Address.ToString() });
        await new Visit(await context.NewPageAsync()).SignIn(role);
        return signedIn[role] = await context.StorageStateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
        program?.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Browser>
{
    public const string Name = "browser";
}
