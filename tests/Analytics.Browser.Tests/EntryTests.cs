using System.Globalization;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>Minutes typed in as somebody does it: with the keyboard alone, and by pasting a table.</summary>
[Collection(BrowserTests.Name)]
public class EntryTests(Browser browser)
{
    /// <summary>Two units of the sample that have not reported; the results of one are saved.</summary>
    const string Tried = "/entry/GD-2026/091006", Saved = "/entry/GD-2026/090702";

    static ILocator Cell(Visit visit, int line, string field) => visit.Page.Locator(string.Create(CultureInfo.InvariantCulture, $"tr[data-line='{line}'] input[data-field='{field}']"));

    static ILocator Check(Visit visit, int line) => visit.Page.Locator(string.Create(CultureInfo.InvariantCulture, $"tr[data-line='{line}'] output[data-check]"));

    [Fact]
    public async Task Enter_moves_on_and_what_does_not_add_up_is_told_while_typing()
    {
        await using var visit = await browser.Open("Board", "en");
        await visit.Go(Tried);
        await Cell(visit, 0, "issued").FocusAsync();
        foreach (var count in new[] { "140", "140", "139", "1", "100", "30", "10" })
        {
            await visit.Page.Keyboard.TypeAsync(count);
            await visit.Page.Keyboard.PressAsync("Enter");
        }
        Assert.Equal("100 + 30 + 10 = 140, more than 139 ballots.", await Check(visit, 0).TextContentAsync());
        await Cell(visit, 0, "low").FillAsync("9");
        Assert.Equal("Adds up. Low 6.4%.", await Check(visit, 0).TextContentAsync());
        Assert.EndsWith(Tried, visit.Page.Url, StringComparison.Ordinal); // Enter sent nothing
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_table_pasted_into_the_first_cell_fills_the_rows_is_saved_and_withdrawn_again()
    {
        await using var visit = await browser.Open("Board", "vi");
        await visit.Go(Saved);
        await Cell(visit, 0, "issued").EvaluateAsync("""
            cell => {
              const data = new DataTransfer();
              data.setData('text/plain', 'Phát ra\tThu về\tHợp lệ\tKhông hợp lệ\tCao\tTN\tThấp\n1.140\t1.140\t1.139\t1\t1.100\t30\t9\n140\t140\t140\t0\t90\t40\t10\n');
              cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        Assert.Equal("1.100", await Cell(visit, 0, "high").InputValueAsync());
        Assert.Equal("Khớp. Thấp 0,8%.", await Check(visit, 0).TextContentAsync());
        Assert.Equal("10", await Cell(visit, 1, "low").InputValueAsync());
        await visit.Page.Locator("form.minutes button[type=submit]").ClickAsync();
        await visit.Page.WaitForURLAsync(url => url.Contains("saved=", StringComparison.Ordinal));
        Assert.Equal("1100", await Cell(visit, 0, "high").InputValueAsync());
        Assert.Equal("", await visit.Axe());

        // The other tests share this store and count the units that reported.
        await visit.Page.Locator("[role=status] a[href^='/imports/']").ClickAsync();
        await visit.Page.Locator("#reason").FillAsync("Nhập thử");
        await visit.Page.Locator("#withdraw button[type=submit]").ClickAsync();
        await visit.Page.Locator("#withdraw").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await visit.Go(Saved);
        Assert.Equal("", await Cell(visit, 0, "high").InputValueAsync());
        Assert.Empty(visit.Complaints);
    }
}
