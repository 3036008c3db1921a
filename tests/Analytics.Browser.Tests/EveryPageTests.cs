namespace Analytics.Browser.Tests;

/// <summary>Each page as a visitor meets it: in both languages, wide and narrow, by what axe and the console say.</summary>
[Collection(BrowserTests.Name)]
public class EveryPageTests(Browser browser)
{
    public static TheoryData<string> Pages { get; } =
    [
        "/", "/?round=GD-2022",
    ];

    [Theory, MemberData(nameof(Pages))]
    public async Task In_Vietnamese_axe_and_the_console_find_nothing(string address) => await Inspect(address, "vi", 1400);

    [Theory, MemberData(nameof(Pages))]
    public async Task In_English_axe_and_the_console_find_nothing(string address) => await Inspect(address, "en", 1400);

    [Theory, MemberData(nameof(Pages))]
    public async Task On_a_phone_axe_finds_nothing_and_the_page_does_not_scroll_sideways(string address) => await Inspect(address, "vi", 360);

    async Task Inspect(string address, string language, int width)
    {
        await using var visit = await browser.Open("Board", language, width);
        await visit.Go(address);
        Assert.Equal("", await visit.Axe());
        Assert.True(await visit.Overflow() <= 0, $"{address} is {await visit.Overflow()} px wider than the window");
        Assert.Empty(visit.Complaints);
    }
}
