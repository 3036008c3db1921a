using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>
/// The picture around a plot: title, subtitle, legend, footnote, source, markings, measured before anything is drawn,
/// so that the plot gets exactly what they leave.
/// </summary>
internal sealed class ChartFrame
{
    readonly ChartSize size;
    SKRect data;

    ChartFrame(ChartText text, ChartSize size, ChartOptions options)
    {
        size.Check();
        (Text, this.size, Style) = (text, size, ChartStyle.For(options));
    }

    public ChartText Text { get; }

    public ChartStyle Style { get; }

    public Plot Plot { get; } = new();

    public Lettering Lettering { get; } = new();

    /// <summary>The size of ordinary text in pixels; everything else is a multiple of it.</summary>
    public float Em { get; private set; }

    /// <summary>What header and footer leave for axis labels and plot.</summary>
    public SKRect Area { get; private set; }

    /// <summary>Lays out everything around the plot, in smaller letters if the plot would otherwise get less than half the height.</summary>
    public static ChartFrame Open(ChartText text, ChartSize size, ChartOptions options, IReadOnlyList<LegendEntry> legend, string? footnote = null)
    {
        var frame = new ChartFrame(text, size, options);
        FrameParts parts;
        var em = Math.Max(Math.Clamp(size.Width / 44f, 10, 12.5f), 13 * Math.Min(size.Width / 900f, size.Height / 500f));
        do
        {
            frame.Em = em;
            parts = FrameParts.Measure(text, size, options, legend, footnote, em);
            em *= 0.94f;
        }
        while (parts.Area.Height < size.Height * 0.52f && em > 7);
        frame.Area = parts.Area;
        parts.Place(frame.Lettering, frame.Style);
        return frame;
    }

    /// <summary>Fixes where the data lies, in pixels and in the units of the axes.</summary>
    public void SetAxes(SKRect area, double xMin, double xMax, double yMin, double yMax)
    {
        data = area;
        Plot.Layout.Fixed(new PixelPadding(area.Left, size.Width - area.Right, size.Height - area.Bottom, area.Top));
        Plot.Axes.SetLimits(xMin, xMax, yMin, yMax);
    }

    /// <summary>Makes the whole area the plot, in pixels from its upper left corner, y upwards: for charts without a scale.</summary>
    public void SetAxesToPixels() => SetAxes(Area, 0, Area.Width, -Area.Height, 0);

    /// <summary>A rectangle of the plot given in pixels of the picture; needs <see cref="SetAxesToPixels"/>.</summary>
    public void AddRectangle(SKRect at, SKColor fill, SKColor? edge)
    {
        if (edge is not null) at.Inflate(-0.5f, -0.5f);
        var rectangle = Plot.Add.Rectangle(at.Left - Area.Left, at.Right - Area.Left, Area.Top - at.Bottom, Area.Top - at.Top);
        rectangle.FillColor = ChartStyle.Of(fill);
        (rectangle.LineColor, rectangle.LineWidth) = (ChartStyle.Of(edge ?? fill), edge is null ? 0 : 1);
    }

    /// <summary>Pixel across of a value of the horizontal axis.</summary>
    public float X(double value) => (float)(data.Left + (value - Plot.Axes.Bottom.Min) / (Plot.Axes.Bottom.Max - Plot.Axes.Bottom.Min) * data.Width);

    /// <summary>Pixel down of a value of the vertical axis.</summary>
    public float Y(double value) => (float)(data.Bottom - (value - Plot.Axes.Left.Min) / (Plot.Axes.Left.Max - Plot.Axes.Left.Min) * data.Height);

    /// <summary>The ribbon that says the figures are invented; its place, empty without such a mark.</summary>
    public SKRect AddSampleMark(float left, float top, float room)
    {
        if (string.IsNullOrEmpty(Text.SampleMark)) return new(left, top, left, top);
        var (inset, letters) = (0.5f * Em, Em * 0.74f);
        var words = TextBlock.Wrap(Text.SampleMark, letters, true, room - 2 * inset);
        var ribbon = new SKRect(left, top, left + words.Width + 2 * inset, top + words.Height + 0.35f * Em);
        Lettering.AddBox(ribbon, Style.MarkFill, Style.MarkEdge, Math.Max(0.75f, Em / 16), 2);
        Lettering.Add(words, left + inset, top + 0.175f * Em, Style.MarkText);
        return ribbon;
    }

    /// <summary>Says that there is nothing to plot, and ends the picture.</summary>
    public Plot CloseEmpty()
    {
        SetAxes(Area, 0, 1, 0, 1);
        Lettering.AddBox(Area, Style.Unmarked, ChartStyle.Line);
        AddSampleMark(Area.Left + Em / 2, Area.Top + Em / 2, Area.Width - Em);
        Lettering.AddCentred(TextBlock.Wrap(Text.EmptyOrDefault, Em * 1.1f, false, Area.Width - 2 * Em), Area.MidX, Area.MidY, ChartStyle.Muted);
        return Close();
    }

    /// <summary>Removes ScottPlot's own furniture, puts the words on top and hands over the plot.</summary>
    public Plot Close(IReadOnlyList<double>? xGrid = null, IReadOnlyList<double>? yGrid = null)
    {
        Plot.FigureBackground.Color = Plot.DataBackground.Color = ChartStyle.Of(ChartStyle.Ground);
        foreach (var axis in Plot.Axes.GetAxes())
        {
            axis.FrameLineStyle.IsVisible = axis.TickLabelStyle.IsVisible = false;
            axis.MajorTickStyle.Length = axis.MinorTickStyle.Length = 0;
        }
        Plot.Axes.Bottom.SetTicks([.. xGrid ?? []], [.. (xGrid ?? []).Select(_ => "")]);
        Plot.Axes.Left.SetTicks([.. yGrid ?? []], [.. (yGrid ?? []).Select(_ => "")]);
        Plot.Grid.XAxisStyle.IsVisible = xGrid is not null;
        Plot.Grid.YAxisStyle.IsVisible = yGrid is not null;
        Plot.Grid.MajorLineColor = ChartStyle.Of(ChartStyle.Line);
        Plot.Grid.MajorLineWidth = Em / 13;
        Plot.HideLegend();
        Plot.Add.Plottable(Lettering);
        return Plot;
    }
}
