namespace Analytics.Web.Charts;

/// <summary>The labels left of the bars, in one size for all: the largest at which each fits its row.</summary>
internal sealed class RowLabels
{
    readonly List<(TextBlock Label, TextBlock? Detail)> blocks;

    public RowLabels(IReadOnlyList<(string Label, string? Detail)> rows, float em, float room, float pitch)
    {
        var smallest = Math.Min(em * 0.5f, 6);
        for (var size = em; ; size *= 0.95f)
        {
            blocks = [.. rows.Select(r => (
                TextBlock.Balanced(r.Label, size, true, room),
                string.IsNullOrEmpty(r.Detail) ? null : TextBlock.Wrap(r.Detail, size * 0.86f, false, room)))];
            if (blocks.All(b => b.Label.Height + (b.Detail?.Height ?? 0) <= pitch)) break;
            // The detail goes before the label gets small: it stands in the table beside the chart too.
            if (size < em * 0.75f) blocks = [.. blocks.Select(b => (b.Label, (TextBlock?)null))];
            if (size <= smallest || blocks.All(b => b.Label.Height + (b.Detail?.Height ?? 0) <= pitch)) break;
        }
        Width = blocks.Max(b => Math.Max(b.Label.Width, b.Detail?.Width ?? 0));
    }

    public float Width { get; }

    /// <summary>Places one label with its detail beneath, centred on the row.</summary>
    public void Place(Lettering lettering, int row, float left, float middle)
    {
        var (label, detail) = blocks[row];
        var top = middle - (label.Height + (detail?.Height ?? 0)) / 2;
        lettering.Add(label, left, top, ChartStyle.Ink);
        if (detail is not null) lettering.Add(detail, left, top + label.Height, ChartStyle.Muted);
    }
}
