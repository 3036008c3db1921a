namespace Analytics.Browser.Tests;

/// <summary>What each role may open, in both languages, by what axe and the console say.</summary>
[Collection(BrowserTests.Name)]
public class EveryRoleTests(Browser browser)
{
    static readonly string[] Results =
    [
        "/", "/rounds", "/rounds/GD-2026", "/rules", "/rules/CITY-2026", "/calendar", "/coverage", "/districts", "/districts/0901", "/compare", "/compare?round=GD-2026&district=0901&other-round=GD-2026",
        "/analysis", "/positions", "/positions/PC-CHAIR", "/units", "/imports", "/methods", "/account",
    ];

    static readonly string[] Names = ["/officials", "/officials/matches", "/follow-up", "/follow-up/proposals", "/follow-up/after", "/follow-up/mail", "/entry", "/forms", "/rounds/GD-2026/text", "/rounds/GD-2026/roster", "/rounds/GD-2026/what-if"];

    static readonly Dictionary<string, string[]> PagesOf = new()
    {
        ["Admin"] = ["/", "/admin", "/admin/settings", "/admin/users", "/admin/users?id=2", "/admin/reference", "/admin/annotations", "/admin/mail", "/methods", "/account"],
        ["Board"] = ["/admin/annotations", "/account", "/compare", "/compare?round=GD-2026&other-round=GD-2022", "/briefings"],
        ["Local"] = [.. Results, .. Names],
        ["Auditor"] = [.. Results, "/briefings", "/districts/0904", "/units/090401"],
    };

    [Theory]
    [InlineData("Admin", "vi"), InlineData("Admin", "en"), InlineData("Board", "vi"), InlineData("Board", "en"), InlineData("Local", "vi"), InlineData("Local", "en"), InlineData("Auditor", "vi"), InlineData("Auditor", "en")]
    public async Task Axe_and_the_console_find_nothing(string role, string language)
    {
        await using var visit = await browser.Open(role, language);
        var found = new List<string>();
        foreach (var address in PagesOf[role])
        {
            await visit.Go(address);
            if (await visit.Axe() is { Length: > 0 } violations) found.Add($"{address}: {violations}");
            if (await visit.Overflow() is > 0 and var wider) found.Add($"{address} is {wider} px wider than the window");
        }
        Assert.Empty(found);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("Admin"), InlineData("Board"), InlineData("Local"), InlineData("Auditor")]
    public async Task On_a_phone_no_page_scrolls_sideways(string role)
    {
        await using var visit = await browser.Open(role, "en", 360);
        var wider = new List<string>();
        foreach (var address in PagesOf[role])
        {
            await visit.Go(address);
            if (await visit.Overflow() is > 0 and var pixels) wider.Add($"{address}: {pixels} px");
        }
        Assert.Empty(wider);
    }
}
