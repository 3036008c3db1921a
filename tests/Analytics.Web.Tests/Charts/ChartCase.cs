using Analytics.Web.Charts;
using ScottPlot;

namespace Analytics.Web.Tests.Charts;

/// <summary>Every chart with ordinary and with awkward data, by a name a test run can show.</summary>
internal sealed record ChartCase(ChartText Text, Func<ChartSize, ChartOptions, Plot> Build)
{
    static readonly Dictionary<string, Func<ChartCase>> All = new()
    {
        ["trend-vi"] = () => Of(Samples.Trend()),
        ["trend-en"] = () => Of(Samples.Trend("en")),
        ["trend-one-point"] = () => Of(Samples.Trend() with { Segments = [Samples.Trend().Segments[1] with { Points = [Samples.Trend().Segments[1].Points[1]] }] }),
        ["trend-empty"] = () => Of(Samples.Trend() with { Segments = [] }),
        ["trend-three-breaks"] = () => Of(Samples.Trend() with { Breaks = [.. new[] { 2013, 2015, 2023 }.Select(y => new TrendBreak(y, "đổi từ hai mức sang ba mức: không so sánh qua vạch"))] }),
        ["stacked-vi"] = () => Of(SamplesOfAreas.Stacked()),
        ["stacked-en"] = () => Of(SamplesOfAreas.Stacked("en")),
        ["stacked-30-rows"] = () => Of(SamplesOfAreas.Stacked() with { Rows = [.. Enumerable.Range(0, 30).Select(i => new StackedRow("Phường Văn Miếu – Quốc Tử Giám", "9/9 đơn vị", 0.5, 0.3, 0.2, 0))] }),
        ["heatmap-vi"] = () => Of(SamplesOfAreas.Heatmap()),
        ["heatmap-en"] = () => Of(SamplesOfAreas.Heatmap("en")),
        ["heatmap-1-row"] = () => Of(SamplesOfAreas.Heatmap(rows: 1)),
        ["tiles-vi"] = () => Of(SamplesOfAreas.Tiles()),
        ["tiles-en"] = () => Of(SamplesOfAreas.Tiles("en")),
        ["tiles-126"] = () => Of(SamplesOfAreas.ManyTiles()),
        ["progress-vi"] = () => Of(SamplesOfCoverage.Progress()),
        ["progress-en"] = () => Of(SamplesOfCoverage.Progress("en")),
        ["progress-alone"] = () => Of(SamplesOfCoverage.Progress(earlier: 0)),
        ["progress-one-day"] = () => Of(SamplesOfCoverage.Alone(-14, (-14, 0.008)) with { From = -15, To = 8 }),
        ["progress-nothing"] = () => Of(SamplesOfCoverage.Alone(-60) with { From = -61, To = 8 }),
        ["progress-all"] = () => Of(SamplesOfCoverage.Progress() with { Current = new("2026: 126/126 đơn vị", [(-9, 0.4), (15, 1)]), End = 15 }),
        ["progress-long-names"] = () => Of(SamplesOfCoverage.Progress() with { Earlier = [.. SamplesOfCoverage.Progress().Earlier.Select((l, i) => l with { Name = $"HDND-QUAN-BAT-THUONG-{2024 - i}" })], From = -150, To = 150 }),
        ["progress-apart"] = () => Of(SamplesOfCoverage.Progress() with { Earlier = [.. Enumerable.Range(0, 4).Select(i => new ProgressLine($"{2024 - 2 * i}", [(-20, 0.02 * (i + 1))]))] }),
        ["bands-vi"] = () => Of(SamplesOfRounds.Bands()),
        ["bands-en"] = () => Of(SamplesOfRounds.Bands("en")),
        ["bands-one"] = () => Of(SamplesOfRounds.Bands() with { Rows = [new("Chủ tịch UBND", "01 người", [0, 1, 0, 0, 0])] }),
        ["bands-empty"] = () => Of(SamplesOfRounds.Bands() with { Rows = [] }),
        ["bands-small-beside-large"] = () => Of(SamplesOfRounds.Bands() with { Rows = [new("Chủ tịch HĐND", "9.999 người", [1, 2, 3, 4, 9989]), new("Phó Chủ tịch HĐND", "05 người", [1, 1, 1, 1, 1])] }),
        ["bands-12-rows"] = () => Of(SamplesOfRounds.Bands() with { Rows = [.. Enumerable.Range(0, 12).Select(i => new BandRow("Phường Văn Miếu – Quốc Tử Giám", "15 người", [i % 3, 2, 3, 4, 6]))] }),
        ["rounds-vi"] = () => Of(SamplesOfRounds.Rounds()),
        ["rounds-en"] = () => Of(SamplesOfRounds.Rounds("en")),
        ["rounds-one"] = () => Of(SamplesOfRounds.Rounds(rows: 1)),
        ["rounds-empty"] = () => Of(SamplesOfRounds.Rounds() with { RowNames = [], Cells = [] }),
        ["rounds-4-long-names"] = () => Of(SamplesOfRounds.LongNames(4)),
        ["rounds-30-long-names"] = () => Of(SamplesOfRounds.LongNames(30)),
        ["matrix-vi"] = () => Of(SamplesOfRounds.Matrix()),
        ["matrix-en"] = () => Of(SamplesOfRounds.Matrix("en")),
        ["matrix-one"] = () => Of(SamplesOfRounds.Matrix(units: 1)),
        ["matrix-empty"] = () => Of(SamplesOfRounds.Matrix(units: 0)),
        ["matrix-1200"] = () => Of(SamplesOfRounds.Matrix(units: 1_200)),
        ["map-vi"] = () => Of(SamplesOfMaps.Large()),
        ["map-en"] = () => Of(SamplesOfMaps.Large("en")),
        ["map-126"] = () => Of(SamplesOfMaps.Small()),
        ["map-divided"] = () => Of(SamplesOfMaps.Divided()),
        ["map-hole"] = () => Of(SamplesOfMaps.Hole()),
        ["map-empty"] = () => Of(SamplesOfMaps.Large() with { Shapes = [] }),
        ["coverage-tiles-vi"] = () => Of(SamplesOfCoverage.Tiles()),
        ["coverage-tiles-en"] = () => Of(SamplesOfCoverage.Tiles("en")),
        ["coverage-tiles-long-names"] = () => Of(SamplesOfCoverage.Tiles() with { Tiles = [.. SamplesOfCoverage.Tiles().Tiles.Select((t, i) => t with { Name = i % 3 == 0 ? "Văn Miếu – Quốc Tử Giám" : t.Name })] }),
        ["dots-vi"] = () => Of(SamplesOfComparisons.Dots()),
        ["dots-en"] = () => Of(SamplesOfComparisons.Dots("en")),
        ["dots-units"] = () => Of(SamplesOfComparisons.Units()),
        ["dots-one-point"] = () => Of(SamplesOfComparisons.Dots(rows: 1)),
        ["dots-nothing"] = () => Of(SamplesOfComparisons.Dots() with { Rows = [.. SamplesOfComparisons.Dots().Rows.Select(r => r with { Share = null, Lower = null, Upper = null, Text = "–" })] }),
        ["dots-long-names"] = () => Of(SamplesOfComparisons.Dots(rows: 12) with { Rows = [.. SamplesOfComparisons.Dots(rows: 12).Rows.Select(r => r with { Label = SamplesOfComparisons.LongestName })] }),
        ["dots-126"] = () => Of(SamplesOfComparisons.Dots(rows: 126)),
        ["change-vi"] = () => Of(SamplesOfComparisons.Change()),
        ["change-en"] = () => Of(SamplesOfComparisons.Change("en")),
        ["change-one-point"] = () => Of(SamplesOfComparisons.Change(rows: 1)),
        ["change-nothing"] = () => Of(SamplesOfComparisons.Change() with { Rows = [] }),
        ["change-long-names"] = () => Of(SamplesOfComparisons.Change(rows: 12) with { Rows = [.. SamplesOfComparisons.Change(rows: 12).Rows.Select(r => r with { Label = SamplesOfComparisons.LongestName })] }),
        ["change-126"] = () => Of(SamplesOfComparisons.Change(rows: 126)),
        ["multiples-vi"] = () => Of(SamplesOfComparisons.Multiples()),
        ["multiples-en"] = () => Of(SamplesOfComparisons.Multiples("en")),
        ["multiples-1"] = () => Of(SamplesOfComparisons.Multiples(panels: 1)),
        ["multiples-5"] = () => Of(SamplesOfComparisons.Multiples(panels: 5)),
        ["multiples-one-point"] = () => Of(SamplesOfComparisons.Multiples(panels: 5) with { Panels = [.. SamplesOfComparisons.Multiples(panels: 5).Panels.Select(p => p with { Segments = [new("", [p.Segments[1].Points[0]])], Behind = [] })] }),
        ["multiples-nothing"] = () => Of(SamplesOfComparisons.Multiples() with { Panels = [] }),
        ["multiples-long-names"] = () => Of(SamplesOfComparisons.Multiples(panels: 12) with { Panels = [.. SamplesOfComparisons.Multiples(panels: 12).Panels.Select(p => p with { Name = SamplesOfComparisons.LongestName })] }),
        ["multiples-126"] = () => Of(SamplesOfComparisons.Multiples(panels: 126)),
        ["funnel-vi"] = () => Of(SamplesOfComparisons.Funnel()),
        ["funnel-en"] = () => Of(SamplesOfComparisons.Funnel("en")),
        ["funnel-one-point"] = () => Of(SamplesOfComparisons.Funnel(areas: 1)),
        ["funnel-nothing"] = () => Of(SamplesOfComparisons.Funnel() with { Points = [], Limits = null }),
        ["funnel-126"] = () => Of(SamplesOfComparisons.Funnel(areas: 126)),
        ["funnel-long-names"] = () => Of(SamplesOfComparisons.Funnel() with { Points = [.. SamplesOfComparisons.Funnel().Points.Select(p => p with { Name = SamplesOfComparisons.LongestName })] }),
    };

    /// <summary>Cases with so many groups that sizes under 900×500 are refused; for labels they are looked at on slides.</summary>
    static readonly string[] ForSlides = ["dots-126", "change-126", "multiples-126"];

    public static IEnumerable<string> Names => All.Keys;

    public static ChartCase Named(string name) => All[name]();

    /// <summary>Each name with each size that pages and slides use.</summary>
    public static TheoryData<string, int, int> AtAllSizes()
    {
        var data = new TheoryData<string, int, int>();
        foreach (var name in Names)
            foreach (var (width, height) in new[] { (480, 320), (660, 400), (900, 500), (1080, 1080), (1600, 900), (1920, 1080), (3840, 2160) }.Where(s => s.Item1 >= 1600 || !ForSlides.Contains(name)))
                data.Add(name, width, height);
        return data;
    }

    public static TheoryData<string> AllNames() => [.. Names];

    static ChartCase Of(TrendChartData data) => new(data.Text, (s, o) => TrendChart.Build(data, s, o));

    static ChartCase Of(DotsChartData data) => new(data.Text, (s, o) => DotsChart.Build(data, s, o));

    static ChartCase Of(ChangeChartData data) => new(data.Text, (s, o) => ChangeChart.Build(data, s, o));

    static ChartCase Of(MultiplesChartData data) => new(data.Text, (s, o) => MultiplesChart.Build(data, s, o));

    static ChartCase Of(FunnelChartData data) => new(data.Text, (s, o) => FunnelChart.Build(data, s, o));

    static ChartCase Of(StackedChartData data) => new(data.Text, (s, o) => StackedChart.Build(data, s, o));

    static ChartCase Of(HeatmapData data) => new(data.Text, (s, o) => HeatmapChart.Build(data, s, o));

    static ChartCase Of(ProgressChartData data) => new(data.Text, (s, o) => ProgressChart.Build(data, s, o));

    static ChartCase Of(BandsData data) => new(data.Text, (s, o) => BandsChart.Build(data, s, o));

    static ChartCase Of(MatrixData data) => new(data.Text, (s, o) => MatrixChart.Build(data, s, o));

    static ChartCase Of(MapData data) => new(data.Tiles.Text, (s, o) => MapChart.Build(data, s, o));

    static ChartCase Of(TileMapData data) => new(data.Text, (s, o) => TileMapChart.Build(data, s, o));
}
