namespace Analytics.Browser.Tests;

/// <summary>
/// The pictures of the README, made by the running program. Run on purpose:
/// <c>dotnet run --project tests/Analytics.Browser.Tests -- --explicit only</c>.
/// </summary>
[Collection(BrowserTests.Name)]
public class ReadmePictures(Browser browser)
{
    static string Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Analytics.sln"))) folder = folder.Parent!;
            return Directory.CreateDirectory(Path.Combine(folder.FullName, "docs", "images")).FullName;
        }
    }

    [Theory(Explicit = true)]
    [InlineData("/", "overview", 0)]
    [InlineData("/districts/0904", "district", 1500)]
    [InlineData("/officials", "officials", 1250)]
    public async Task Of_pages(string address, string name, int height)
    {
        await using var visit = await browser.Open("Board");
        await visit.Go(address);
        await visit.Page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Folder, name + ".png"),
            FullPage = true,
            Clip = height > 0 ? new() { X = 0, Y = 0, Width = 1400, Height = height } : null,
        });
    }

    [Fact(Explicit = true)]
    public async Task Of_a_chart()
    {
        await using var visit = await browser.Open("Board");
        var answer = await visit.Page.Context.APIRequest.GetAsync("/charts/trend.png?width=1200&height=675");
        await File.WriteAllBytesAsync(Path.Combine(Folder, "chart-trend.png"), await answer.BodyAsync(), TestContext.Current.CancellationToken);
    }
}
