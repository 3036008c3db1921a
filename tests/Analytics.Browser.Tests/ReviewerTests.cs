using System.Buffers.Binary;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>A reviewer of the Board in a meeting: from the city down to a unit and back, by pointer and by keyboard.</summary>
[Collection(BrowserTests.Name)]
public class ReviewerTests(Browser browser)
{
    static Task<string?> Title(Visit visit) => visit.Page.TextContentAsync("h1");

    [Fact]
    public async Task From_the_city_to_an_area_its_unit_an_official_and_back_by_the_breadcrumb()
    {
        await using var visit = await browser.Open("Board");
        await visit.Page.ClickAsync("main table a:text-is('Huyện Diên Hà')");
        Assert.Contains("Huyện Diên Hà", await Title(visit), StringComparison.Ordinal);
        await visit.Page.ClickAsync("#units table a:text-is('Xã Hòa Cát')");
        Assert.Contains("Xã Hòa Cát", await Title(visit), StringComparison.Ordinal);
        await visit.Page.ClickAsync("nav.breadcrumb a:text-is('Huyện Diên Hà')");
        await visit.Page.ClickAsync("nav.neighbours a[rel=next]");
        Assert.Contains("Huyện Đại Phúc", await Title(visit), StringComparison.Ordinal);
        await visit.Page.ClickAsync("main table a:text-is('Chủ tịch UBND')");
        Assert.Contains("Chủ tịch UBND", await Title(visit), StringComparison.Ordinal);
        await visit.Page.GoBackAsync();
        Assert.Contains("Huyện Đại Phúc", await Title(visit), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Two_areas_are_set_side_by_side_from_the_page_of_one()
    {
        await using var visit = await browser.Open("Board");
        await visit.Go("/districts/0904?round=GD-2026");
        await visit.Page.ClickAsync("a:text-is('So sánh với địa bàn hoặc đợt khác')");
        await visit.Page.SelectOptionAsync("#other-district", new SelectOptionValue { Label = "Quận Tam Giang" });
        await visit.Page.ClickAsync("form.sides button");
        Assert.Contains("Bên trái cao hơn 6,8 điểm %", await visit.Page.TextContentAsync(".lead"), StringComparison.Ordinal);
        Assert.Contains("other-district=0921", visit.Page.Url, StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Figures_of_a_chart_are_read_with_the_arrow_keys_and_by_pointing()
    {
        await using var visit = await browser.Open("Board");
        var plot = visit.Page.Locator(".chart-trend [data-plot]");
        await plot.FocusAsync();
        await visit.Page.Keyboard.PressAsync("End");
        Assert.Equal("2026*: 4,0% (3,4–4,6)", await plot.Locator("[role=status]").TextContentAsync());
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("2024: 3,4% (3,0–3,7)", await plot.Locator(".tip").TextContentAsync());
        await visit.Page.Keyboard.PressAsync("Escape");
        Assert.True(await plot.Locator(".tip").IsHiddenAsync());
        var tiles = visit.Page.Locator(".chart-tiles [data-plot]");
        await tiles.Locator("path[data-says^='Diên Hà']").HoverAsync();
        Assert.Equal("Diên Hà: 8,1% – cao hơn mức chung", await tiles.Locator(".tip").TextContentAsync());
        // What is said alike lights up with it.
        Assert.Equal("Vân Trì", (await tiles.Locator("path.same").GetAttributeAsync("data-says"))?.Split(':')[0]);
        Assert.Equal("", await visit.Axe());
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task The_dialog_under_a_chart_gives_the_picture_asked_for_with_and_without_scripts(bool scripts)
    {
        await using var visit = await browser.Open("Board", scripts: scripts);
        var dialog = visit.Page.Locator(".chart-trend details.download");
        await dialog.Locator("summary").ClickAsync();
        await dialog.Locator("select[name=size]").SelectOptionAsync("slide");
        await dialog.Locator("select[name=lang]").SelectOptionAsync("en");
        await dialog.Locator("input[name=grey]").CheckAsync();
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => dialog.GetByText("PNG", new() { Exact = true }).ClickAsync());
        Assert.Matches(@"^sample-trend-GD-\d{8}-\d{4}\.png$", download.SuggestedFilename);
        var png = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal((1920, 1080), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        Assert.Equal("vi", await visit.Page.GetAttributeAsync("html", "lang"));
    }

    [Fact]
    public async Task By_keyboard_alone_the_page_is_skipped_to_its_content_a_table_opened_and_a_filter_sent()
    {
        await using var visit = await browser.Open("Board");
        await visit.Go("/districts");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await visit.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        for (var i = 0; i < 20 && await visit.Page.EvaluateAsync<string>("() => document.activeElement.id") != "filter-round"; i++) await visit.Page.Keyboard.PressAsync("Tab");
        var outline = await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle");
        Assert.NotEqual("none", outline);
        await visit.Page.SelectOptionAsync("#filter-round", "GD-2022");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync(url => url.Contains("round=GD-2022", StringComparison.Ordinal));
        Assert.Contains("năm 2022", await Title(visit), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("/"), InlineData("/rounds/GD-2026"), InlineData("/districts"), InlineData("/districts/0904"), InlineData("/positions/PPC-CHAIR"), InlineData("/compare"), InlineData("/analysis"), InlineData("/officials"), InlineData("/coverage"), InlineData("/methods")]
    public async Task At_twice_the_size_nothing_is_cut_off(string address)
    {
        // 200% in a window of 1400: half the pixels of style, each twice as large.
        await using var visit = await browser.Open("Board", "vi", 700);
        await visit.Go(address);
        Assert.True(await visit.Overflow() <= 0, $"{await visit.Overflow()} px wider than the window");
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("/"), InlineData("/districts/0904"), InlineData("/rounds/GD-2026")]
    public async Task Printed_a_page_keeps_its_marks_and_leaves_out_what_paper_cannot_do(string address)
    {
        await using var visit = await browser.Open("Board");
        await visit.Go(address);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var hidden in new[] { "header nav", ".downloads", "details.download", "select" })
            Assert.Equal(0, await visit.Page.Locator(hidden).EvaluateAllAsync<int>("all => all.filter(e => e.checkVisibility()).length"));
        Assert.True(await visit.Page.GetByText("SỐ LIỆU GIẢ ĐỊNH – KHÔNG PHẢI KẾT QUẢ THẬT").First.IsVisibleAsync());
        Assert.True(await visit.Page.GetByText("LƯU HÀNH NỘI BỘ").First.IsVisibleAsync());
        Assert.True(await visit.Page.Locator("h1").IsVisibleAsync());
    }
}
