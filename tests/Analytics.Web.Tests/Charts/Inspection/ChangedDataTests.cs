using Analytics.Web.Charts;
using ScottPlot;

namespace Analytics.Web.Tests.Charts.Inspection;

public class ChangedDataTests
{
    static readonly ChartSize Size = new(900, 500);

    public static TheoryData<string> Kinds => [.. Pairs.Keys];

    /// <summary>Each kind twice: with sample figures, and with one of them changed by what a reader should see.</summary>
    static readonly Dictionary<string, (Func<Plot> Before, Func<Plot> After)> Pairs = new()
    {
        ["trend"] = (() => TrendChart.Build(Samples.Trend(), Size), () => TrendChart.Build(Trend(0.046), Size)),
        ["stacked"] = (() => StackedChart.Build(SamplesOfAreas.Stacked(), Size), () => StackedChart.Build(Stacked(0.049), Size)),
        ["heatmap"] = (() => HeatmapChart.Build(SamplesOfAreas.Heatmap(), Size), () => HeatmapChart.Build(Heatmap(0.05), Size)),
        ["tiles"] = (() => TileMapChart.Build(SamplesOfAreas.Tiles(), Size), () => TileMapChart.Build(Tiles(TileState.Higher), Size)),
        ["progress"] = (() => ProgressChart.Build(SamplesOfCoverage.Alone(6, (-14, 0.25)), Size), () => ProgressChart.Build(SamplesOfCoverage.Alone(6, (-14, 0.27)), Size)),
        ["bands"] = (() => BandsChart.Build(SamplesOfRounds.Bands(), Size), () => BandsChart.Build(Bands([3, 4, 14, 29, 76]), Size)),
        ["matrix"] = (() => MatrixChart.Build(SamplesOfRounds.Matrix(), Size), () => MatrixChart.Build(Matrix(MatrixState.Overdue), Size)),
    };

    [Theory, MemberData(nameof(Kinds))]
    public void Other_figures_give_another_picture_and_not_only_other_words(string kind)
    {
        var (before, after) = (Ground(Pairs[kind].Before), Ground(Pairs[kind].After));
        Assert.Equal(before, Ground(Pairs[kind].Before));
        Assert.NotEqual(before, after);
    }

    static byte[] Ground(Func<Plot> build)
    {
        using var drawing = Drawing.Of(build(), Size);
        return drawing.Ground.GetPixelSpan().ToArray();
    }

    static TrendChartData Trend(double last)
    {
        var (data, segment) = (Samples.Trend(), Samples.Trend().Segments[1]);
        return data with { Segments = [data.Segments[0], segment with { Points = [segment.Points[0], segment.Points[1] with { Share = last }] }] };
    }

    static StackedChartData Stacked(double low)
    {
        var data = SamplesOfAreas.Stacked();
        return data with { Rows = [data.Rows[0] with { Low = low, Unmarked = 0, Middle = 1 - data.Rows[0].High - low }, .. data.Rows.Skip(1)] };
    }

    static HeatmapData Heatmap(double share)
    {
        var data = SamplesOfAreas.Heatmap();
        return data with { Cells = [[new(share, "5,0%"), .. data.Cells[0].Skip(1)], .. data.Cells.Skip(1)] };
    }

    static TileMapData Tiles(TileState state)
    {
        var data = SamplesOfAreas.Tiles();
        return data with { Tiles = [data.Tiles[0] with { State = state }, .. data.Tiles.Skip(1)] };
    }

    static BandsData Bands(int[] first)
    {
        var data = SamplesOfRounds.Bands();
        return data with { Rows = [data.Rows[0] with { Counts = first }, .. data.Rows.Skip(1)] };
    }

    static MatrixData Matrix(MatrixState first)
    {
        var data = SamplesOfRounds.Matrix();
        return data with { Units = [data.Units[0] with { State = first }, .. data.Units.Skip(1)] };
    }
}
