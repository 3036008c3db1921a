using System.Globalization;
using Analytics.Domain.Coverage;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using SkiaSharp;

namespace Analytics.Web.Tests.Briefings;

/// <summary>What a report says, read back from its files and held against the store.</summary>
[Collection(ReportCityCollection.Name)]
public class ReportTests(ReportCity city)
{
    const string Unfinished = "(118/126 đơn vị)";

    [Fact]
    public async Task Figures_by_post_are_those_of_the_trends()
    {
        var table = ReportPage.Table(city.Html(await city.Make()), "positions");
        var rows = Stored(TrendBy.Position).Concat(Stored(TrendBy.City)).ToList();
        Assert.Equal(rows.Count, table.Count - 1);
        foreach (var (cells, row) in table.Skip(1).Zip(rows))
        {
            var s = row.Snapshot;
            Assert.Equal(row.Name, cells[0]);
            Assert.StartsWith(s.Officials.ToString(CultureInfo.InvariantCulture) + "/", cells[1], StringComparison.Ordinal);
            Assert.Equal([Count(s.Base), Percent((double)s.Favourable / s.Base), Percent((double)s.High / s.Base),
                $"{Percent((double)s.Low / s.Base)} ({Number(s.LowLower)}–{Number(s.LowUpper)})"], cells[2..6]);
            Assert.Contains(Number(Math.Abs(s.Change!.Value)) + " điểm %", cells[6], StringComparison.Ordinal);
            Assert.StartsWith(s.Change > 0 ? "tăng" : "giảm", cells[6], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Figures_through_the_rounds_are_those_of_the_trends_and_the_series_breaks_with_the_ballot()
    {
        var table = ReportPage.Table(city.Html(await city.Make()), "rounds");
        using var reader = city.Store.Read();
        var rows = TrendQuery.Stored(reader.Db, ReferenceData.Load(reader.Db), TrendBy.City);
        Assert.Equal(10, rows.Count);
        foreach (var (cells, row) in table.Skip(1).Zip(rows))
        {
            Assert.StartsWith(row.Round.NameVi, cells[0], StringComparison.Ordinal);
            // The kind of ballot stands in each row: figures of another kind are not compared.
            Assert.Equal(row.Round.HeldFrom.Year < 2023 ? "VFF-2007, hai mức" : "CITY-2026, ba mức", cells[1]);
            Assert.Equal([Count(row.Snapshot.Officials), Count(row.Snapshot.Units), Count(row.Snapshot.Base), Percent(row.FavourableShare), Percent(row.Snapshot.LowShare)], cells[2..7]);
        }
        Assert.Equal(["–", "–"], table.Skip(1).Where(r => r[0].Contains("2008", StringComparison.Ordinal) || r[0].Contains("2024", StringComparison.Ordinal)).Select(r => r[8]));
        Assert.EndsWith(Unfinished, table[^1][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Areas_told_are_those_beyond_chance_in_administrative_order()
    {
        var html = city.Html(await city.Make());
        var table = ReportPage.Table(html, "areas");
        var areas = Stored(TrendBy.District);
        var all = areas.Select(a => a.Snapshot).ToList();
        var whole = Stored(TrendBy.City).Single().Snapshot;
        var told = ChanceTests.Changed(all).Union(ChanceTests.Different(all, _ => whole)).Select(k => k.Key).ToHashSet();
        Assert.Equal(areas.Where(a => told.Contains(a.Snapshot.Key)).Select(a => (a.Name, Percent(a.Snapshot.LowShare))), table.Skip(1).Select(r => (r[0], r[4].Split(' ')[0])));
        Assert.NotEmpty(told);
        Assert.Matches(@"Trong \d+ nhận xét “vượt mức dao động ngẫu nhiên” của bảng, chưa đến 01 nhận xét có thể chỉ do dao động ngẫu nhiên\.", ReportPage.Text(html));
    }

    [Fact]
    public async Task A_cell_of_fewer_than_three_officials_has_no_figure_nor_is_it_the_only_one_without_in_its_row_or_column()
    {
        var html = city.Html(await city.Make());
        var table = ReportPage.Table(html, "areas-positions").Skip(1).ToList();
        var groups = Stored(TrendBy.DistrictPosition).ToLookup(r => r.Name);
        string[] posts = ["PC-CHAIR", "PC-VICE", "PPC-CHAIR", "PPC-VICE"];
        var (small, hidden) = (0, 0);
        foreach (var row in table)
        {
            var withheld = row.Skip(1).Count(cell => cell == "không nêu");
            Assert.NotEqual(1, withheld);
            hidden += withheld;
            for (var i = 0; i < posts.Length; i++)
            {
                var s = groups[row[0]].Single(g => g.Snapshot.Position == posts[i]).Snapshot;
                if (s.Officials >= 3 && row[i + 1] == "không nêu") continue;
                if (s.Officials < 3) small++;
                Assert.Equal(s.Officials < 3 ? "không nêu" : Percent(s.LowShare), row[i + 1].Split(" (")[0]);
            }
        }
        for (var i = 1; i <= posts.Length; i++) Assert.NotEqual(1, table.Count(row => row[i] == "không nêu"));
        Assert.InRange(small, 20, 100);
        Assert.InRange(hidden, small + 1, small + 10);
        Assert.Contains($"{hidden} ô không nêu số liệu vì có dưới 03 người, hoặc vì có thể suy ra ô có dưới 03 người.", ReportPage.Text(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_not_reported_are_listed_with_area_and_days_overdue()
    {
        var table = ReportPage.Table(city.Html(await city.Make()), "missing");
        using var reader = city.Store.Read();
        var reference = ReferenceData.Load(reader.Db);
        var missing = CoverageQuery.Of(reader.Db, reference, reference.Round("GD-2026")!).Missing.Select(u => u.Unit.Name);
        Assert.Equal(missing, table.Skip(1).Select(r => r[1]));
        // Due on 10 November 2026, seen on the 24th.
        Assert.All(table.Skip(1), r => Assert.Equal("quá hạn 14 ngày", r[3]));
    }

    [Fact]
    public async Task Beside_every_share_of_an_unfinished_round_stands_how_many_units_it_rests_on()
    {
        var html = city.Html(await city.Make());
        foreach (var id in new[] { "positions", "areas" })
            Assert.All(ReportPage.Table(html, id)[0].Where(h => h.Contains("nhiệm", StringComparison.Ordinal)), h => Assert.EndsWith(Unfinished, h, StringComparison.Ordinal));
        Assert.All(ReportPage.Captions(html).Where(c => c.StartsWith("Tỷ lệ", StringComparison.Ordinal)), c => Assert.EndsWith(Unfinished, c, StringComparison.Ordinal));
        Assert.Matches(@"Tỷ lệ phiếu tín nhiệm \d+,\d%, tín nhiệm thấp \d+,\d% \(118/126 đơn vị\)", ReportPage.Text(html));
    }

    [Fact]
    public async Task It_names_nobody_neither_in_the_report_nor_beside_the_pictures()
    {
        var briefing = await city.Make();
        using var zip = city.Zip(briefing);
        var text = ReportPage.Text(city.Html(briefing)) + string.Join(' ', zip.Entries.Select(e => e.FullName)) + ReportPage.ReadText(zip.GetEntry("README.txt")!);
        using var db = city.Store.Open();
        var names = db.Persons.Select(p => p.Name).Distinct().ToList();
        Assert.True(names.Count > 1000);
        Assert.DoesNotContain(names, name => text.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task It_says_what_it_is_how_old_it_is_and_how_sure_its_rule_is()
    {
        var briefing = await city.Make();
        var html = city.Html(briefing);
        var text = ReportPage.Text(html);
        foreach (var said in new[]
                 {
                     "LƯU HÀNH NỘI BỘ", "SỐ LIỆU GIẢ ĐỊNH – KHÔNG PHẢI KẾT QUẢ THẬT", "Ban Tuyên giáo và Dân vận Thành ủy", "Số liệu tính đến",
                     "Phiên bản số liệu " + briefing.DataVersion.ToString(CultureInfo.InvariantCulture), "Tạm áp dụng, chờ xác nhận", "Bản lưu trong kho báo cáo", "CITY-2026",
                 })
            Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_picture_is_there_twice_and_not_blank()
    {
        var briefing = await city.Make();
        var html = city.Html(briefing);
        Assert.Equal(4, ReportPage.Pictures(html).Count);
        Assert.All(ReportPage.Pictures(html), png => Assert.Equal(1600, Drawn(png).Width));
        using var zip = city.Zip(briefing);
        var slides = zip.Entries.Where(e => e.Name.EndsWith(".png", StringComparison.Ordinal)).ToList();
        Assert.Equal(["ballots", "heatmap", "tiles", "trend"], slides.Select(e => e.Name.Split('-')[2]).Order());
        Assert.All(slides, e => Assert.StartsWith("sample-", e.Name, StringComparison.Ordinal));
        foreach (var slide in slides)
        {
            using var stream = slide.Open();
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            Assert.Equal((1920, 1080), Drawn(bytes.ToArray()));
        }
        var readme = ReportPage.ReadText(zip.GetEntry("README.txt")!);
        Assert.All(slides, e => Assert.Contains(e.Name, readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_language_is_that_of_the_schedule_and_an_earlier_round_may_be_asked_for()
    {
        var briefing = await city.Make("GD-2022", "en");
        var text = ReportPage.Text(city.Html(briefing));
        Assert.Contains("Trend report on confidence votes", text, StringComparison.Ordinal);
        Assert.Contains("no confidence", text, StringComparison.Ordinal);
        Assert.Contains("Made for board@example.org", text, StringComparison.Ordinal);
        Assert.Equal(("en", "en"), (briefing.Language, city.Html(briefing)[28..30]));
        Assert.Equal("en", (await city.Make(language: "en")).Language);
    }

    /// <summary>Rows of the round as the store has them.</summary>
    List<TrendRow> Stored(TrendBy by)
    {
        using var reader = city.Store.Read();
        var reference = ReferenceData.Load(reader.Db);
        return TrendQuery.Stored(reader.Db, reference, by, reference.Round("GD-2026")!.Id).ToList();
    }

    static (int Width, int Height) Drawn(byte[] png)
    {
        using var bitmap = SKBitmap.Decode(png);
        Assert.True(bitmap.Pixels.Distinct().Count() > 100, "blank");
        return (bitmap.Width, bitmap.Height);
    }

    static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '.');
    static string Number(double? share) => (share!.Value * 100).ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',');
    static string Percent(double? share) => Number(share) + "%";
}
