namespace Analytics.Browser.Tests;

/// <summary>Each page as a visitor meets it: in both languages, wide and narrow, by what axe and the console say.</summary>
[Collection(BrowserTests.Name)]
public class EveryPageTests(Browser browser)
{
    public static TheoryData<string> Pages { get; } =
    [
        "/", "/?round=GD-2022", "/rounds", "/rounds/GD-2026", "/rounds/GD-2022", "/districts", "/districts/0904", "/positions", "/positions/PPC-CHAIR", "/analysis", "/analysis?position=PPC-CHAIR", "/analysis?district=0904",
        "/officials", "/officials?standing=at-threshold&round=GD-2012", "/officials/matches", "/imports", "/imports/15", "/entry", "/entry/GD-2026/090101", "/entry/GD-2026/091006",
        "/rounds/GD-2026?as-of=2020-01-01", "/methods", "/coverage", "/coverage?round=GD-2008", "/coverage/GD-2026/091006", "/coverage/GD-2024/090101",
        "/follow-up", "/follow-up?stage=all&sort=name", "/follow-up/new?result=1", "/follow-up/proposals", "/follow-up/proposals?round=GD-2024", "/follow-up/after", "/follow-up/after?round=GD-2024", "/follow-up/mail", "/forms", "/forms?form=3", "/forms?form=4&district=0901", "/calendar", "/rounds/GD-2026/plan", "/rounds/GD-2026/roster", "/rules", "/rules/CITY-2026", "/rules/CITY-2026/edit", "/rounds/GD-2026/rule", "/rounds/GD-2026/what-if", "/rounds/GD-2026/what-if?regime=CITY-2026&line=2/3&line=4/10", "/units", "/units?boundaries=today", "/units/090401?at=2024-12-01", "/rounds/GD-2026/roster/090401", "/rounds/GD-2026/text", "/reports", "/coverage/urging", "/coverage/urging/GD-2026/091006",
    ];

    [Theory, MemberData(nameof(Pages))]
    public async Task In_Vietnamese_axe_and_the_console_find_nothing(string address) => await Inspect(address, "vi", 1400);

    [Theory, MemberData(nameof(Pages))]
    public async Task In_English_axe_and_the_console_find_nothing(string address) => await Inspect(address, "en", 1400);

    [Theory, MemberData(nameof(Pages))]
    public async Task On_a_phone_axe_finds_nothing_and_the_page_does_not_scroll_sideways(string address) => await Inspect(address, "vi", 360);

    [Theory]
    [InlineData("Local"), InlineData("Auditor"), InlineData("Admin")]
    public async Task What_each_role_finds_in_the_navigation_is_accessible(string role)
    {
        await using var visit = await browser.Open(role);
        foreach (var address in await visit.Page.Locator("header nav a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))"))
        {
            if (address == "/jobs") continue; // Hangfire's own page
            await visit.Go(address);
            Assert.Equal("", await visit.Axe());
        }
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task One_official_is_reached_by_a_link_and_is_accessible()
    {
        await using var visit = await browser.Open("Board");
        await visit.Go("/officials");
        await visit.Page.Locator("main table a[href^='/officials/']").First.ClickAsync();
        await visit.Page.WaitForURLAsync(url => url.Contains("/officials/", StringComparison.Ordinal));
        Assert.Equal("", await visit.Axe());
        Assert.Empty(visit.Complaints);
    }

    async Task Inspect(string address, string language, int width)
    {
        await using var visit = await browser.Open("Board", language, width);
        await visit.Go(address);
        Assert.Equal("", await visit.Axe());
        Assert.True(await visit.Overflow() <= 0, $"{address} is {await visit.Overflow()} px wider than the window");
        Assert.Empty(visit.Complaints);
    }
}
