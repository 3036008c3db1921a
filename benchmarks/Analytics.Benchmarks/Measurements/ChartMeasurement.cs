using System.Globalization;
using Analytics.Benchmarks.Core;
using Analytics.Domain.Storage;
using Analytics.Web.Charts;
using ScottPlot;

namespace Analytics.Benchmarks.Measurements;

/// <summary>Building and encoding each kind of chart, beside two libraries that draw the same figures.</summary>
static class ChartMeasurement
{
    const int Repeats = 50, WarmUp = 10;
    const string How =
        "From data to the finished bytes at 1200×700, in a process that has drawn some before; kinds interleaved. The product measures and wraps every label, draws title, "
        + "source and marks, and makes the SVG accessible (text as text, title, description, unique ids). Yardsticks draw the same figures with their defaults: matplotlib in Python, "
        + "Apache ECharts rendering SVG on the server in Node.";

    /// <summary>Kinds that the other libraries draw too, by what their scripts call them.</summary>
    static readonly (string Name, string Kind)[] Counterparts = [("trend line", "line"), ("stacked bars", "bars"), ("heatmap", "heatmap"), ("dots", "dots")];

    static readonly string[] Formats = ["PNG", "SVG"];

    static readonly ChartSize Size = new(1200, 700);

    static string Theirs(string library, string name, string format) => $"{library} {name}, {format}";

    public static void Run(Workspace work, Report report)
    {
        ChartFonts.Register(Path.Combine(Places.Data, "fonts"));
        var section = report.Add("Charts", "ms", How);
        (string Name, ChartText Text, Func<Plot> Build)[] kinds =
        [
            ("trend line", ChartFigures.Trend.Text, () => TrendChart.Build(ChartFigures.Trend, Size)),
            ("stacked bars", ChartFigures.Stacked.Text, () => StackedChart.Build(ChartFigures.Stacked, Size)),
            ("heatmap", ChartFigures.Heatmap.Text, () => HeatmapChart.Build(ChartFigures.Heatmap, Size)),
            ("dots", ChartFigures.Dots.Text, () => DotsChart.Build(ChartFigures.Dots, Size)),
            ("tile map", ChartFigures.Tiles.Text, () => TileMapChart.Build(ChartFigures.Tiles, Size)),
        ];
        for (var i = -WarmUp; i < Repeats; i++)
            foreach (var (name, text, build) in kinds)
            {
                Draw(section.Row(name + ", PNG"), i >= 0, () => ChartImage.Png(build(), Size));
                Draw(section.Row(name + ", SVG"), i >= 0, () => ChartImage.Svg(build(), Size, text));
            }
        foreach (var (name, _) in Counterparts)
        {
            section.Row(name + ", PNG").Against(Theirs("matplotlib", name, "PNG"));
            section.Row(name + ", SVG").Against(Theirs("matplotlib", name, "SVG")).Against(Theirs("ECharts", name, "SVG"));
        }
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
        var rows = Counterparts.SelectMany(c => Formats.Select(format => (c.Kind, Format: format, Row: section.Row(Theirs("matplotlib", c.Name, format))))).ToList();
        if (Tool.PythonWith("matplotlib") is not { } python)
        {
            foreach (var (_, _, row) in rows) row.Missing = "no `python3` with matplotlib on PATH";
            return;
        }
        report.Used("matplotlib", Tool.Run(python, ["-c", "import matplotlib; print(matplotlib.__version__)"]).Output.Trim());
        foreach (var (kind, format, row) in rows)
            Read(row, Tool.Run(python, [Workspace.Script("charts_with_matplotlib.py"), kind, format.ToLowerInvariant(), Number(Repeats)]));
    }

    static void ECharts(Workspace work, Section section, Report report)
    {
        const string version = "6.1.0";
        var rows = Counterparts.Select(c => (c.Kind, Row: section.Row(Theirs("ECharts", c.Name, "SVG")))).ToList();
        var folder = Directory.CreateDirectory(Path.Combine(work.Folder, "echarts")).FullName;
        var (node, npm) = (Tool.Find("node"), Tool.Find("npm"));
        var missing = node is null || npm is null ? "no `node` and `npm` on PATH"
            : Tool.Run(npm, ["install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", "echarts@" + version], folder: folder).ExitCode != 0
                ? "the npm package `echarts` could not be fetched" : null;
        foreach (var (_, row) in rows) row.Missing = missing;
        if (missing is not null) return;
        report.Used("ECharts", version);
        foreach (var (kind, row) in rows)
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
