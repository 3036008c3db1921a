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

    [Theory]
    [InlineData("vi"), InlineData("en")]
    public async Task Each_role_does_on_a_case_what_it_may_and_no_more(string language)
    {
        using var program = new WebProgram();
        string address;
        await using (var board = await browser.OpenAt(program, "Board", language))
        {
            await board.Go("/officials?round=GD-2026&district=0901");
            await board.Page.Locator("main table a[href^='/officials/']").First.ClickAsync();
            await board.Page.Locator("a[href^='/follow-up/new']").First.ClickAsync();
            await board.Page.Locator("main form.record button[type=submit]").ClickAsync();
            // Without a reason nothing is opened.
            await board.Page.Locator("#reason").FillAsync("xem thêm");
            await board.Page.Locator("main form.record button[type=submit]").ClickAsync();
            await board.Page.Locator(".stages").WaitForAsync();
            address = new Uri(board.Page.Url).AbsolutePath;
            await board.Page.Locator("form:has(input[name=Change][value=assign]) select").SelectOptionAsync("local@example.org");
            await Send(board, "assign");
            await board.Page.Locator("#file").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "kết luận.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4 x"u8.ToArray() });
            await board.Page.Locator("#files form.upload button").ClickAsync();
            await board.Page.WaitForURLAsync(url => url.Contains("saved=file", StringComparison.Ordinal));
            Assert.Equal("", await board.Axe());
            Assert.Empty(board.Complaints);
        }
        await using (var local = await browser.OpenAt(program, "Local", language))
        {
            await local.Go("/follow-up?state=mine");
            await local.Page.Locator(".saved-views summary").ClickAsync();
            await local.Page.Locator("#view-name").FillAsync("A");
            await local.Page.Locator(".saved-views form.answer button").ClickAsync();
            await local.Page.Locator(".saved-views a[aria-current=page]").WaitForAsync();
            Assert.Equal("", await local.Axe());
            await local.Page.Locator("table.queue tbody th a").ClickAsync();
            Assert.Equal(address, new Uri(local.Page.Url).AbsolutePath);
            var download = await local.Page.RunAndWaitForDownloadAsync(() => local.Page.Locator("#files li a").ClickAsync());
            Assert.Equal("kết luận.pdf", download.SuggestedFilename);
            await Send(local, "on");
            await Send(local, "on");
            Assert.Equal(0, await local.Page.Locator("form:has(input[name=Change][value=close]), form:has(input[name=Change][value=drop])").CountAsync());
            await local.Go("/follow-up/mail");
            Assert.Equal("", await local.Axe());
            Assert.Empty(local.Complaints);
        }
        foreach (var role in new[] { "Auditor", "Admin" })
        {
            await using var other = await browser.OpenAt(program, role, language);
            Assert.Equal(0, await other.Page.Locator("header nav a[href='/follow-up']").CountAsync());
            foreach (var page in new[] { "/follow-up", address, "/follow-up/files/1", "/follow-up/mail", "/follow-up/after" })
                Assert.Equal((page, 404), (page, (await other.Page.Context.APIRequest.GetAsync(program.Address + page[1..])).Status));
            Assert.Empty(other.Complaints);
        }
        await using var again = await browser.OpenAt(program, "Board", language);
        await again.Go(address);
        await again.Page.Locator("#outcome").SelectOptionAsync("kept");
        await again.Page.Locator("#document").FillAsync("15-TB/ĐU");
        await again.Page.Locator("#document-date").FillAsync("2026-11-20");
        await again.Page.Locator("#decided-by").FillAsync("Đảng ủy xã");
        await Send(again, "conclude");
        await Send(again, "close");
        Assert.Contains("15-TB/ĐU", await again.Page.Locator("main").TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(again.Complaints);
    }
}
