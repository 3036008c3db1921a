namespace Analytics.Web.Charts;

/// <summary>One text broken into measured lines. All lengths are logical pixels.</summary>
internal sealed record TextBlock(IReadOnlyList<string> Lines, float Size, bool Bold, float Width)
{
    const float Leading = 1.28f;

    public float LineHeight => Size * Leading;

    public float Height => Lines.Count * LineHeight;

    /// <summary>Breaks at spaces so that no line is wider than <paramref name="room"/>, unless a single word is.</summary>
    public static TextBlock Wrap(string text, float size, bool bold, float room)
    {
        var lines = new List<string>();
        foreach (var paragraph in ChartFonts.Clean(text).Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var longer = line.Length == 0 ? word : line + " " + word;
                if (line.Length > 0 && ChartFonts.Measure(longer, size, bold) > room)
                {
                    lines.Add(line);
                    line = word;
                }
                else line = longer;
            }
            if (line.Length > 0) lines.Add(line);
        }
        return new(lines, size, bold, lines.Select(l => ChartFonts.Measure(l, size, bold)).DefaultIfEmpty().Max());
    }

    /// <summary>As <see cref="Wrap"/>, then narrowed as far as the number of lines allows, so that lines are of even length.</summary>
    public static TextBlock Balanced(string text, float size, bool bold, float room)
    {
        var best = Wrap(text, size, bold, room);
        for (var narrower = best.Width * 0.96f; best.Lines.Count > 1; narrower *= 0.96f)
        {
            var next = Wrap(text, size, bold, narrower);
            if (next.Lines.Count > best.Lines.Count || next.Width > narrower) break;
            best = next;
        }
        return best;
    }

    /// <summary>The largest size from <paramref name="largest"/> down to <paramref name="smallest"/> at which the text fits; null if none.</summary>
    public static TextBlock? Fit(string text, float largest, float smallest, bool bold, float width, float height, int lines = int.MaxValue)
    {
        for (var size = largest; size >= smallest - 0.01f; size -= Math.Max(0.25f, largest * 0.04f))
        {
            var block = Balanced(text, size, bold, width);
            if (block.Width <= width && block.Height <= height && block.Lines.Count <= lines) return block;
        }
        return null;
    }
}
