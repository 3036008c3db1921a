using Analytics.Web.Charts;
using ScottPlot;
using ScottPlot.Plottables;

namespace Analytics.Web.Tests.Charts;

public class ChangeChartTests
{
    static readonly ChartSize Size = new(900, 500);

    static readonly ChangeChartData Data = SamplesOfComparisons.Change() with
    {
        Rows =
        [
            new("A", 0.03, 0.08, ChangeState.Rises, "3,0% → 8,0% tăng"), new("B", 0.05, 0.02, ChangeState.Falls, "5,0% → 2,0% giảm"), new("C", 0.04, 0.041, ChangeState.Within, "4,0% → 4,1%"),
            new("D", null, 0.06, ChangeState.Within, "– → 6,0%"), new("E", 0.01, 0.09, ChangeState.TooFew, "1,0% → 9,0% (ít đv)"),
        ],
    };

    [Fact]
    public void Then_and_now_stand_in_the_same_row()
    {
        var plot = ChangeChart.Build(Data, Size);
        var series = plot.GetPlottables<Scatter>().Select(s => string.Join(' ', s.Data.GetScatterPoints().Select(p => FormattableString.Invariant($"{p.X}@{p.Y}")))).ToList();
        Assert.Equal(["0.03@4.5 0.05@3.5 0.04@2.5 0.01@0.5", "0.041@2.5 0.06@1.5", "0.08@4.5", "0.02@3.5", "0.09@0.5"], series);
    }

    [Fact]
    public void A_line_joins_only_two_figures_and_is_strong_only_beyond_chance()
    {
        var lines = ChangeChart.Build(Data, Size).GetPlottables<LinePlot>().ToList();
        Assert.Equal([(0.03, 0.08), (0.05, 0.02), (0.04, 0.041), (0.01, 0.09)], lines.Select(l => (l.Start.X, l.End.X)));
        Assert.True(lines[0].LineWidth > 2 * lines[2].LineWidth && lines[1].LineWidth > 2 * lines[3].LineWidth);
    }

    [Fact]
    public void The_end_beyond_chance_has_another_shape_and_its_word()
    {
        var plot = ChangeChart.Build(Data, Size);
        Assert.Equal([MarkerShape.FilledCircle, MarkerShape.FilledCircle, MarkerShape.FilledTriangleUp, MarkerShape.FilledTriangleDown, MarkerShape.FilledSquare], plot.GetPlottables<Scatter>().Select(s => s.MarkerShape));
        Assert.All<string>(["3,0% → 8,0% tăng", "5,0% → 2,0% giảm"], said => Assert.Contains(said, DotsChartTests.Words(plot)));
    }
}
