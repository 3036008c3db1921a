using System.Text.RegularExpressions;
using Analytics.Domain.Access;
using Analytics.Domain.Trends;
using Analytics.Ingest.Loading;
using Analytics.Ingest.Samples;

namespace Analytics.Web.Tests.Charts;

/// <summary>Seventy areas of one unit each, through twenty rounds.</summary>
public sealed class ManyAreas : TestHost
{
    public async Task<HttpClient> Board()
    {
        var board = await SignedIn(Roles.Board);
        using (var look = Store.Read())
            if (look.Db.Units.Any()) return board;
        var folder = Path.Combine(Folder, "files");
        SampleFiles.Write(folder, SampleScale.National, SampleFiles.DefaultSeed, 5_600, TestContext.Current.CancellationToken);
        var files = new[] { "units.csv", "positions.csv", "rounds.csv", "results.csv" }.Select(f => new InputFile(Path.Combine(folder, f), f)).ToList();
        var outcomes = new Importer(Store, new Archive(Folder), TimeProvider.System).Run(files, null, null, new LoadOptions("test"), ct: TestContext.Current.CancellationToken);
        Assert.DoesNotContain(outcomes, o => o.HasErrors);
        return board;
    }
}

public class ManyAreasTests(ManyAreas host) : IClassFixture<ManyAreas>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static string Figure(string page, string kind) => Regex.Match(page, $"<figure class=\"chart chart-{kind}\">.*?</figure>", RegexOptions.Singleline).Value;

    static int Rows(string figure) => Regex.Count(figure, "<th scope=\"row\">");

    [Theory]
    [InlineData("dots"), InlineData("heatmap"), InlineData("heatmap-rounds")]
    public async Task Pictures_of_very_many_areas_say_which_of_them_they_show(string kind)
    {
        var board = await host.Board();
        var (first, second) = (Figure(await board.GetStringAsync("/districts", Ct), kind), Figure(await board.GetStringAsync("/districts?page=2", Ct), kind));
        Assert.Contains("dòng 1–60 trong 70", first, StringComparison.Ordinal);
        Assert.Contains("dòng 61–70 trong 70", second, StringComparison.Ordinal);
        Assert.Equal((60, 10), (Rows(first), Rows(second)));
    }

    [Fact]
    public async Task The_table_of_areas_has_pages()
    {
        var page = await (await host.Board()).GetStringAsync("/districts?page=2", Ct);
        Assert.Contains("Trang 2/2", page, StringComparison.Ordinal);
        Assert.Equal(10, Rows(page[..page.IndexOf("<figure", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task As_data_all_areas_are_had_at_once() =>
        Assert.Equal(71, (await (await host.Board()).GetStringAsync("/districts?format=csv&page=2", Ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

    [Fact]
    public async Task A_picture_that_is_handed_on_is_that_of_the_page()
    {
        var figure = Figure(await (await host.Board()).GetStringAsync("/districts?page=2", Ct), "dots");
        Assert.Contains("/charts/dots.png?round=N-2019-12&amp;part=2&amp;download=1", figure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_of_a_new_version_is_drawn_anew()
    {
        var board = await host.Board();
        var before = Figure(await board.GetStringAsync("/districts", Ct), "dots");
        Assert.Equal(before, Figure(await board.GetStringAsync("/districts", Ct), "dots"));
        host.Seed(db => db.Snapshots.First(s => s.By == TrendBy.District && s.RoundId == db.Rounds.OrderByDescending(r => r.HeldFrom).First().Id).LowShare = 0.876);
        Assert.Contains("87,6%", Figure(await board.GetStringAsync("/districts", Ct), "dots"), StringComparison.Ordinal);
    }
}
