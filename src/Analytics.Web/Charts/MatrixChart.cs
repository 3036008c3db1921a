using ScottPlot;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>The units of a round as small squares in administrative order: how far each has come, by shade and by a mark.</summary>
public static class MatrixChart
{
    const float SmallestMarked = 7;

    /// <summary>Draws nothing yet: hands over a plot laid out for <paramref name="size"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size cannot be drawn.</exception>
    public static Plot Build(MatrixData data, ChartSize size, ChartOptions? options = null)
    {
        options ??= ChartOptions.Picture;
        var style = ChartStyle.For(options);
        var frame = ChartFrame.Open(data.Text, size, options, [.. data.Legend.Where(l => data.Units.Any(u => u.State == l.State)).Select(l => Entry(l.Words, Look.Of(l.State, style)))]);
        if (data.Units.Count == 0) return frame.CloseEmpty();

        var (em, area) = (frame.Em, frame.Area);
        frame.SetAxesToPixels();
        var ribbon = frame.AddSampleMark(area.Left, area.Top, area.Width);
        var top = MathF.Ceiling(ribbon.Height > 0 ? ribbon.Bottom + 0.5f * em : area.Top + 0.2f * em);
        var pitch = Pitch(data.Units.Count, area.Width, area.Bottom - top, 3.2f * em);
        var columns = Math.Max(1, (int)(area.Width / pitch));
        var gap = Math.Max(1, MathF.Round(pitch * 0.14f));
        var words = data.Legend.ToDictionary(l => l.State, l => l.Words);
        for (var i = 0; i < data.Units.Count; i++)
        {
            var (unit, at) = (data.Units[i], SKRect.Create(area.Left + i % columns * pitch, top + i / columns * pitch, pitch - gap, pitch - gap));
            frame.Lettering.AddSpot(ChartSpot.Box(words.TryGetValue(unit.State, out var said) ? $"{unit.Name}: {said}" : unit.Name, unit.State.ToString(), at));
            AddUnit(frame, Look.Of(unit.State, style), at);
        }
        return frame.Close();
    }

    /// <summary>The largest whole distance at which all squares have their place.</summary>
    static float Pitch(int count, float width, float height, float most)
    {
        var pitch = MathF.Floor(most);
        while (pitch > 2 && MathF.Ceiling(count / MathF.Floor(width / pitch)) * pitch > height) pitch--;
        return pitch;
    }

    static void AddUnit(ChartFrame frame, Look look, SKRect at)
    {
        if (look.Mark is null || at.Width >= SmallestMarked)
        {
            frame.AddRectangle(at, look.Fill, look.Edge);
            if (look.Mark is { } mark) AddMark(frame.Lettering, at, mark, look.MarkColor);
        }
        else frame.AddRectangle(at, look.Small, null);
    }

    static void AddMark(Lettering to, SKRect at, char mark, SKColor color)
    {
        // A tick on every second square would shout at the size at which a warning has to.
        var size = at.Height * (mark == '✓' ? 0.62f : 0.86f);
        to.AddShape(DrawnMarks.Outline(mark, at.MidX - 0.42f * size, at.MidY + 0.31f * size, size), color);
    }

    static LegendEntry Entry(string words, Look look) => new(words, (to, at) =>
    {
        var box = SKRect.Inflate(at, -at.Height / 24, -at.Height / 24);
        to.AddBox(box, look.Fill, look.Edge, Math.Max(1, at.Height / 12), at.Height * 0.1f);
        if (look.Mark is { } mark) AddMark(to, box, mark, look.MarkColor);
    }, 0.9f);

    /// <param name="Small">Where a square has no room for its mark.</param>
    sealed record Look(SKColor Fill, SKColor? Edge, char? Mark, SKColor MarkColor, SKColor Small)
    {
        public static Look Of(MatrixState state, ChartStyle style) => state switch
        {
            MatrixState.Verified => new(style.High, null, '✓', ChartStyle.Ground, style.High),
            MatrixState.Reported => new(style.Middle, null, null, ChartStyle.Ink, style.Middle),
            MatrixState.Overdue => new(ChartStyle.Ground, style.Higher, '!', style.Higher, style.Higher),
            _ => new(ChartStyle.Ground, ChartStyle.Muted, null, ChartStyle.Ink, ChartStyle.Ground)
        };
    }
}
