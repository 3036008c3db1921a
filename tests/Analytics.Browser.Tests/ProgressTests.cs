using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>A page that waits for an upload shows how far it is without being loaded again, so that nothing typed into it is lost.</summary>
[Collection(BrowserTests.Name)]
public class ProgressTests(Browser browser)
{
    const string Address = "/imports/batches/00000000-0000-0000-0000-000000000001";

    static string Waiting(string progress) =>
        $"<!DOCTYPE html><title>t</title><meta name=look-again content=1><script src=/site.js defer></script><main><section data-live>{progress}</section><input></main>";

    [Fact]
    public async Task Progress_changes_in_place_and_the_end_is_a_page_of_its_own()
    {
        await using var visit = await browser.Open("Board");
        var answers = new Queue<string>([Waiting("1/3"), Waiting("2/3"), Waiting("3/3")]);
        await visit.Page.RouteAsync("**" + Address, route => answers.TryDequeue(out var html)
            ? route.FulfillAsync(new() { ContentType = "text/html", Body = html })
            : route.FulfillAsync(new() { ContentType = "text/html", Body = "<!DOCTYPE html><title>t</title><main>Xong</main>" }));
        await visit.Go(Address);
        await visit.Page.FillAsync("input", "đang gõ");
        await visit.Page.GetByText("3/3").WaitForAsync();
        Assert.Equal("đang gõ", await visit.Page.InputValueAsync("input"));
        await visit.Page.GetByText("Xong").WaitForAsync();
        Assert.Equal(0, await visit.Page.Locator("input").CountAsync());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Files_that_were_sent_are_told_about_at_the_end()
    {
        await using var visit = await browser.Open("Board");
        await visit.Go("/imports");
        await visit.Page.Locator("#files").SetInputFilesAsync(
        [
            new FilePayload { Name = "sai.csv", MimeType = "text/csv", Buffer = "round,unit,position,official\nGD-2026,khong-co,PC-CHAIR,Ai\n"u8.ToArray() },
        ]);
        await visit.Page.Locator("form.upload button[type=submit]").ClickAsync();
        await visit.Page.WaitForURLAsync(url => url.Contains("/imports/batches/", StringComparison.Ordinal));
        await visit.Page.Locator("main p.lead").WaitForAsync();
        Assert.Contains("1 bị từ chối", await visit.Page.TextContentAsync("main p.lead") ?? "", StringComparison.Ordinal);
        Assert.Equal("sai.csv", (await visit.Page.Locator("th.file-name").TextContentAsync() ?? "").Trim());
        Assert.Equal("", await visit.Axe());
        Assert.Empty(visit.Complaints);
    }
}
