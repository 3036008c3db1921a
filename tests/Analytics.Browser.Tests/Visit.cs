using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>One visitor's page. Every console error, failed request and unexpected status is kept as a complaint.</summary>
public sealed class Visit : IAsyncDisposable
{
    public Visit(IPage page)
    {
        Page = page;
        page.Console += (_, message) => { if (message.Type is "error" or "warning") Complaints.Add($"console: {message.Text}"); };
        page.RequestFailed += (_, request) => { if (request.Failure is not "net::ERR_ABORTED") Complaints.Add($"failed: {request.Url} {request.Failure}"); };
        page.PageError += (_, error) => Complaints.Add($"script: {error}");
        page.Response += (_, response) => { if (response.Status >= 400) Complaints.Add($"{response.Status}: {response.Url}"); };
    }

    public IPage Page { get; }
    public List<string> Complaints { get; } = [];

    public async Task SignIn(string role)
    {
        await Page.GotoAsync("/sign-in");
        await Page.FillAsync("input[type=email]", role.ToLowerInvariant() + "@example.org");
        await Page.FillAsync("input[type=password]", Browser.Password);
        await Page.ClickAsync("main button[type=submit]");
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    public async Task Go(string address)
    {
        var answer = await Page.GotoAsync(address);
        Assert.Equal(200, answer!.Status);
    }

    /// <summary>What axe finds, as text; empty when it finds nothing.</summary>
    public async Task<string> Axe()
    {
        var result = await Page.RunAxe();
        return string.Join("\n", result.Violations.Select(v => $"{v.Id}: {v.Help} – {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
    }

    /// <summary>How many pixels the page is wider than its window.</summary>
    public Task<int> Overflow() => Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
