namespace Analytics.Browser.Tests;

/// <summary>A case walked as a reviewer does: from a result compared with the minutes to a closed case, through a kill of the program.</summary>
[Collection(BrowserTests.Name)]
public class FollowUpTests(Browser browser)
{
    static async Task Send(Visit visit, string change)
    {
        var form = visit.Page.Locator($"form:has(input[name=Change][value={change}])");
        await form.Locator("button[type=submit]").ClickAsync();
        await visit.Page.WaitForURLAsync(url => url.Contains("saved=" + change, StringComparison.Ordinal));
    }

    static Task<string?> Stage(Visit visit) => visit.Page.Locator(".stages [aria-current=step]").TextContentAsync();

    [Theory]
    [InlineData("vi", "Xem xét, đánh giá cán bộ", "Kết thúc theo dõi"), InlineData("en", "Review and evaluation", "Closed")]
    public async Task From_a_compared_result_to_a_closed_case_with_a_kill_in_the_middle(string language, string review, string closed)
    {
        var first = new WebProgram();
        string address;
        await using (var visit = await browser.OpenAt(first, "Board", language))
        {
            await visit.Go("/entry?state=pressing");
            await visit.Page.Locator("main table tbody th a").First.ClickAsync();
            await visit.Page.Locator("form[action*='handler=Verify'] button[type=submit]").First.ClickAsync();
            await visit.Page.WaitForURLAsync(url => url.Contains("marked=", StringComparison.Ordinal));
            await visit.Go("/follow-up");
            Assert.Equal("", await visit.Axe());
            var row = visit.Page.Locator("table.queue tbody tr");
            Assert.Equal(1, await row.CountAsync());
            // On paper the table stands there, and what only a screen is for does not.
            await visit.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
            Assert.True(await row.IsVisibleAsync());
            Assert.False(await row.Locator("input[type=checkbox]").IsVisibleAsync());
            Assert.False(await visit.Page.Locator(".assign").IsVisibleAsync());
            await visit.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Screen });
            await row.Locator("input[type=checkbox]").CheckAsync();
            await visit.Page.Locator("#user").SelectOptionAsync("board@example.org");
            await visit.Page.Locator(".assign button").ClickAsync();
            await visit.Page.WaitForURLAsync(url => url.Contains("given=1", StringComparison.Ordinal));
            await row.Locator("th a").ClickAsync();
            address = new Uri(visit.Page.Url).AbsolutePath;
            Assert.Equal("", await visit.Axe());
            await visit.Page.Locator("#on-text").FillAsync("Đã xác minh");
            await Send(visit, "on");
            Assert.Equal(review, await Stage(visit));
            Assert.Empty(visit.Complaints);
            first.Kill();
        }
        using var second = new WebProgram(first.Folder);
        await using var again = await browser.OpenAt(second, "Board", language);
        await again.Go(address);
        Assert.Equal(review, await Stage(again));
        await Send(again, "on");
        await again.Page.Locator("#outcome").SelectOptionAsync("reminded");
        await again.Page.Locator("#document").FillAsync("12-TB/ĐU");
        await again.Page.Locator("#document-date").FillAsync("2026-11-20");
        await again.Page.Locator("#decided-by").FillAsync("Đảng ủy phường");
        await Send(again, "conclude");
        await Send(again, "close");
        Assert.Equal(closed, await Stage(again));
        Assert.Contains("12-TB/ĐU", await again.Page.Locator("main").TextContentAsync(), StringComparison.Ordinal);
        // Opened, assigned, two steps, four lines of the conclusion, closed.
        Assert.Equal(9, await again.Page.Locator("#timeline tbody tr").CountAsync());
        Assert.Equal("", await again.Axe());
        Assert.True(await again.Overflow() <= 0);
        Assert.Empty(again.Complaints);
    }
}
