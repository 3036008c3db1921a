using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>Marks that Be Vietnam Pro has no glyph for and that are therefore drawn as polygons: ▲ ▼ → ✓.</summary>
internal static class DrawnMarks
{
    /// <summary>Width of a mark, in em, with the space around it.</summary>
    public const float Advance = 0.84f;

    const char Up = '▲', Down = '▼', Right = '→', Tick = '✓', Alarm = '!';

    /// <summary>Cuts a line into runs of text and single marks, in order.</summary>
    public static IEnumerable<(string Run, bool IsMark)> Split(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (Up or Down or Right or Tick)) continue;
            if (i > start) yield return (text[start..i], false);
            yield return (text[i..(i + 1)], true);
            start = i + 1;
        }
        if (start < text.Length) yield return (text[start..], false);
    }

    /// <summary>The outline of a mark, or of an exclamation mark as large as they are, whose cell starts at <paramref name="x"/> on <paramref name="baseline"/>.</summary>
    public static SKPath Outline(char mark, float x, float baseline, float size)
    {
        var (left, right, bottom, top) = (x + 0.1f * size, x + 0.74f * size, baseline, baseline - 0.62f * size);
        var middle = (left + right) / 2;
        return mark switch
        {
            Up => Polygon(new(left, bottom), new(right, bottom), new(middle, top)),
            Down => Polygon(new(left, top), new(right, top), new(middle, bottom)),
            Right => Arrow(left, right, baseline - 0.34f * size, size),
            Tick => Polygon(
                new(left, baseline - 0.28f * size), new(left + 0.1f * size, baseline - 0.36f * size), new(left + 0.23f * size, baseline - 0.17f * size),
                new(right - 0.1f * size, top - 0.02f * size), new(right, top + 0.05f * size), new(left + 0.25f * size, bottom)),
            Alarm => Exclamation(middle, bottom, top, size),
            _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, "not a drawn mark")
        };
    }

    /// <summary>A closed polygon through the given points.</summary>
    public static SKPath Polygon(params SKPoint[] points)
    {
        var path = new SKPath();
        path.AddPoly(points, close: true);
        return path;
    }

    static SKPath Exclamation(float middle, float bottom, float top, float size)
    {
        var path = Polygon(new(middle - 0.1f * size, top), new(middle + 0.1f * size, top), new(middle + 0.06f * size, bottom - 0.2f * size), new(middle - 0.06f * size, bottom - 0.2f * size));
        path.AddRect(new(middle - 0.08f * size, bottom - 0.13f * size, middle + 0.08f * size, bottom + 0.03f * size));
        return path;
    }

    static SKPath Arrow(float left, float right, float y, float size)
    {
        var (half, head) = (0.04f * size, 0.22f * size);
        return Polygon(
            new(left, y - half), new(right - head, y - half), new(right - head, y - head), new(right, y),
            new(right - head, y + head), new(right - head, y + half), new(left, y + half));
    }
}
