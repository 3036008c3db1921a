namespace Analytics.Browser.Tests;

[Collection(BrowserTests.Name)]
public class SignInTests(Browser browser)
{
    [Theory]
    [InlineData("vi"), InlineData("en")]
    public async Task The_sign_in_page_is_accessible(string language)
    {
        await using var visit = await browser.Open(null, language);
        await visit.Go("/sign-in?lang=" + language);
        Assert.Equal("", await visit.Axe());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_reviewer_signs_in_sees_the_latest_round_and_signs_out()
    {
        await using var visit = await browser.Open("Board");
        Assert.Contains("Đợt lấy phiếu tín nhiệm năm 2026", await visit.Page.TextContentAsync("h1") ?? "", StringComparison.Ordinal);
        Assert.Contains("118/126 đơn vị", await visit.Page.TextContentAsync(".lead") ?? "", StringComparison.Ordinal);
        await visit.Page.ClickAsync("header form[action='/sign-out'] button");
        await visit.Page.WaitForURLAsync(url => url.Contains("/sign-in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_password_is_told_beside_the_form_and_no_more()
    {
        await using var visit = await browser.Open(null);
        await visit.Go("/sign-in");
        await visit.Page.FillAsync("input[type=email]", "board@example.org");
        await visit.Page.FillAsync("input[type=password]", "not-this-one");
        await visit.Page.ClickAsync("main button[type=submit]");
        Assert.True(await visit.Page.Locator("[role=alert], .field-error").First.IsVisibleAsync());
        Assert.DoesNotContain("Exception", await visit.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_sees_no_results_but_the_background_jobs()
    {
        await using var visit = await browser.Open("Admin");
        Assert.DoesNotContain("118/126", await visit.Page.ContentAsync(), StringComparison.Ordinal);
        await visit.Go("/jobs");
    }
}
