namespace Analytics.Web.Charts;

/// <summary>How small trends fill their place: in rows and columns, in the largest letters in which names and last shares leave each panel half its height.</summary>
/// <param name="Size">Of the letters, in pixels.</param>
/// <param name="PanelWidth">Of the plot of a panel.</param>
/// <param name="PanelHeight">The same without the name above it.</param>
/// <param name="HeadHeight">Of the name.</param>
internal sealed record MultiplesLayout(int Columns, int Rows, float Size, float PanelWidth, float PanelHeight, float HeadHeight, float AxisWidth, IReadOnlyList<TextBlock> Names, IReadOnlyList<TextBlock> Lasts)
{
    const float Smallest = 6, BestAspect = 1.9f;

    public float GapWidth => Size;

    public float RowHeight => HeadHeight + PanelHeight + 0.7f * Size;

    /// <exception cref="TooManyRowsException">The panels do not fit even in the smallest letters.</exception>
    public static MultiplesLayout Find(IReadOnlyList<MultiplesPanel> panels, float em, float width, float height)
    {
        for (var size = em * 0.96f; size >= Smallest; size *= 0.96f)
        {
            var fitting = Enumerable.Range(1, panels.Count).Select(c => Try(panels, size, c, width, height)).OfType<MultiplesLayout>().ToList();
            if (fitting.Count > 0) return fitting.MinBy(l => Math.Abs(Math.Log(l.PanelWidth / l.PanelHeight / BestAspect)))!;
        }
        throw new TooManyRowsException($"{panels.Count} small trends do not fit {width:0}×{height:0} pixels: choose a larger picture");
    }

    static MultiplesLayout? Try(IReadOnlyList<MultiplesPanel> panels, float size, int columns, float width, float height)
    {
        var rows = (panels.Count + columns - 1) / columns;
        if (rows * columns - panels.Count >= columns) return null;
        var axis = ChartFonts.Measure("00,0%", size * 0.86f, false) + 0.5f * size;
        var panel = (width - axis - (columns - 1) * size) / columns;
        if (panel < 5 * size) return null;
        var lasts = panels.Select(p => TextBlock.Wrap(p.Last, size * 0.94f, true, float.MaxValue)).ToList();
        var names = panels.Select((p, i) => TextBlock.Wrap(p.Name, size, false, panel - lasts[i].Width - 0.4f * size)).ToList();
        if (names.Where((n, i) => n.Width > panel - lasts[i].Width - 0.4f * size).Any()) return null;
        var head = names.Max(n => n.Height) + 0.15f * size;
        var plot = (height - 1.5f * size) / rows - head - 0.7f * size;
        return plot < Math.Max(head, 2.4f * size) ? null : new(columns, rows, size, panel, plot, head, axis, names, lasts);
    }
}
