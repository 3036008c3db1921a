using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

/// <summary>The charts of coverage; see <see cref="Samples"/>.</summary>
internal static class SamplesOfCoverage
{
    public static ProgressChartData Progress(string lang = "vi", int earlier = 4)
    {
        var vi = lang == "vi";
        // A unit every few hours from five weeks before the last day; later rounds a little later.
        ProgressLine Round(string name, int shift, int units, int of) => new(name, [.. Enumerable.Range(0, units).GroupBy(i => -35 + shift + i * 36 / of).Select(g => ((double)g.Key, (g.Max() + 1) / (double)of))]);
        return new(
            vi ? Samples.Text("vi", "Tiến độ nhận biên bản – Đợt lấy phiếu tín nhiệm năm 2026", "Tỷ lệ đơn vị đã gửi biên bản trên số đơn vị phải gửi, theo ngày; hạn cuối 10/11/2026; đường mảnh: các đợt trước", "Đến ngày 24/11/2026 (sau hạn cuối 14 ngày), 118/126 đơn vị (93,7%) đã gửi biên bản.")
                : Samples.Text("en", "Minutes received by day – Confidence vote 2026", "Share of the units expected that have sent their minutes, by day; last day 10 November 2026; thin lines: earlier rounds", "By 24 November 2026, 118/126 units (93.7%) had sent their minutes."),
            Round(vi ? "2026: 118/126 đơn vị" : "2026: 118/126 units", 4, 118, 126), 14,
            [.. Enumerable.Range(0, earlier).Select(i => Round($"{2024 - 2 * i}", i - 2, 182 - i, 182))],
            -40, 15, vi ? "hạn cuối" : "last day", vi ? "ngày so với hạn cuối" : "days from the last day for results",
            earlier > 0 ? vi ? "đợt 2018: chỉ biết ngày nhận của 110/182 đơn vị · không vẽ đợt 2016: không ai ghi ngày nhận" : "2018: the day is known for 110/182 units only" : null);
    }

    /// <summary>The round's line alone.</summary>
    public static ProgressChartData Alone(double end, params (double Day, double Share)[] steps) => Progress(earlier: 0) with { Current = new("2026: 118/126 đơn vị", steps), End = end };

    public static TileMapData Tiles(string lang = "vi")
    {
        var vi = lang == "vi";
        var places = SamplesOfAreas.Tiles(lang);
        Tile At(Tile tile, int i) => (i % 6) switch
        {
            0 => tile with { Share = null, Text = vi ? "5/7\n! quá hạn 2" : "5/7\n! 2 overdue", State = TileState.Overdue },
            1 or 2 => tile with { Share = null, Text = vi ? "6/7\ncòn 1" : "6/7\n1 missing", State = TileState.Waiting },
            3 => tile with { Share = null, Text = "–", State = TileState.NotExpected },
            _ => tile with { Share = null, Text = "12/12", State = TileState.Complete },
        };
        return new(
            vi ? Samples.Text("vi", "Sơ đồ tiến độ theo địa bàn – Đợt lấy phiếu tín nhiệm năm 2026", "Số đơn vị đã gửi biên bản/số đơn vị phải gửi; quá hạn: số đơn vị chậm ở một bước; đến ngày 24/11/2026", "Địa bàn có đơn vị quá hạn: An Khê 5/7 (quá hạn 2).")
                : Samples.Text("en", "Coverage by area – Confidence vote 2026", "Units that have sent their minutes/units expected; overdue: units late with a step; on 24 November 2026", "Areas with overdue units: An Khê 5/7 (2 overdue)."),
            [.. places.Tiles.Select(At)],
            [
                (TileState.Overdue, vi ? "có đơn vị quá hạn" : "units overdue"), (TileState.Waiting, vi ? "còn thiếu, chưa quá hạn" : "units missing, none overdue"),
                (TileState.Complete, vi ? "đã gửi đủ" : "all received"), (TileState.NotExpected, vi ? "không có đơn vị phải gửi" : "nothing expected"),
            ]);
    }
}
