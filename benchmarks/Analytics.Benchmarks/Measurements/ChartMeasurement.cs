using System.Globalization;
using Analytics.Benchmarks.Core;
using Analytics.Domain.Storage;
using Analytics.Web.Charts;
using ScottPlot;

namespace Analytics.Benchmarks.Measurements;

/// <summary>Building and encoding each kind of chart, beside two libraries that draw the same line and bars.</summary>
static class ChartMeasurement
{
    const int Repeats = 50, WarmUp = 10;
    const string How =
        "From data to the finished bytes at 1200×700, in a process that has drawn some before; kinds interleaved. The product measures and wraps every label, draws title, "
        + "source and marks, and makes the SVG accessible (text as text, title, description, unique ids). Yardsticks draw the same figures with their defaults: matplotlib in Python, "
        + "Apache ECharts rendering SVG on the server in Node.";

    static readonly ChartSize Size = new(1200, 700);

    public static void Run(Workspace work, Report report)
    {
        ChartFonts.Register(Path.Combine(Places.Data, "fonts"));
        var section = report.Add("Charts", "ms", How);
        (string Name, ChartText Text, Func<Plot> Build)[] kinds =
        [
            ("trend line", ChartFigures.Trend.Text, () => TrendChart.Build(ChartFigures.Trend, Size)),
            ("stacked bars", ChartFigures.Stacked.Text, () => StackedChart.Build(ChartFigures.Stacked, Size)),
            ("heatmap", ChartFigures.Heatmap.Text, () => HeatmapChart.Build(ChartFigures.Heatmap, Size)),
            ("tile map", ChartFigures.Tiles.Text, () => TileMapChart.Build(ChartFigures.Tiles, Size)),
        ];
        for (var i = -WarmUp; i < Repeats; i++)
            foreach (var (name, text, build) in kinds)
            {
                Draw(section.Row(name + ", PNG"), i >= 0, () => ChartImage.Png(build(), Size));
                Draw(section.Row(name + ", SVG"), i >= 0, () => ChartImage.Svg(build(), Size, text));
            }
        section.Row("trend line, PNG").Against("matplotlib line, PNG");
        section.Row("trend line, SVG").Against("matplotlib line, SVG").Against("ECharts line, SVG");
        section.Row("stacked bars, SVG").Against("ECharts stacked bars, SVG");
        Matplotlib(section, report);
        ECharts(work, section, report);
    }

    static void Draw(Row row, bool counts, Func<byte[]> draw)
    {
        if (counts) row.Time(() => draw());
        else draw();
    }

    static void Matplotlib(Section section, Report report)
    {
        Row[] rows = [section.Row("matplotlib line, PNG"), section.Row("matplotlib line, SVG")];
        if (Tool.PythonWith("matplotlib") is not { } python)
        {
            foreach (var row in rows) row.Missing = "no `python3` with matplotlib on PATH";
            return;
        }
        report.Used("matplotlib", Tool.Run(python, ["-c", "import matplotlib; print(matplotlib.__version__)"]).Output.Trim());
        foreach (var (row, kind) in rows.Zip(["png", "svg"]))
            Read(row, Tool.Run(python, [Workspace.Script("line_with_matplotlib.py"), kind, Number(Repeats)]));
    }

    static void ECharts(Workspace work, Section section, Report report)
    {
        const string version = "6.1.0";
        Row[] rows = [section.Row("ECharts line, SVG"), section.Row("ECharts stacked bars, SVG")];
        var folder = Directory.CreateDirectory(Path.Combine(work.Folder, "echarts")).FullName;
        var (node, npm) = (Tool.Find("node"), Tool.Find("npm"));
        var missing = node is null || npm is null ? "no `node` and `npm` on PATH"
            : Tool.Run(npm, ["install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", "echarts@" + version], folder: folder).ExitCode != 0
                ? "the npm package `echarts` could not be fetched" : null;
        foreach (var row in rows) row.Missing = missing;
        if (missing is not null) return;
        report.Used("ECharts", version);
        foreach (var (row, kind) in rows.Zip(["line", "bars"]))
            Read(row, Tool.Run(node!, [Workspace.Script("charts-with-echarts.mjs"), kind, Number(Repeats), folder]));
    }

    /// <summary>Takes over the times that a script of a yardstick has printed, one repeat a line.</summary>
    static void Read(Row row, ToolRun run)
    {
        foreach (var line in run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var times = line.Split(' ');
            row.Timing.Add(double.Parse(times[0], CultureInfo.InvariantCulture));
            row.Processor.Add(double.Parse(times[1], CultureInfo.InvariantCulture));
        }
        if (run.ExitCode != 0) row.Missing = run.LastErrorLine;
    }

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
