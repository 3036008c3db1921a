using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>Names of the points outside a funnel's limits, each beside its point where nothing else lies; without such a place it stands in the table only.</summary>
internal sealed class FunnelNames(ChartFrame frame, SKRect plot)
{
    readonly List<SKRect> taken = [];

    public void Place(IReadOnlyList<FunnelPoint> points)
    {
        var (em, half) = (frame.Em, 0.3f * frame.Em);
        taken.AddRange(points.Select(p => SKRect.Create(frame.X(p.Ballots) - half, frame.Y(p.Share) - half, 2 * half, 2 * half)));
        // The furthest out first: they find the best places.
        foreach (var point in points.Where(p => p.Mark is FunnelMark.Outside95 or FunnelMark.Outside998).OrderByDescending(p => p.Mark).ThenByDescending(p => p.Ballots))
        {
            var block = TextBlock.Wrap(point.Name, em * 0.9f, point.Mark == FunnelMark.Outside998, float.MaxValue);
            var (x, y, pad) = (frame.X(point.Ballots), frame.Y(point.Share), 0.5f * em);
            SKPoint[] corners =
            [
                new(x + pad, y - block.Height / 2), new(x - pad - block.Width, y - block.Height / 2), new(x - block.Width / 2, y - pad - block.Height), new(x - block.Width / 2, y + pad),
                new(x + pad, y - pad - block.Height), new(x + pad, y + pad), new(x - pad - block.Width, y - pad - block.Height), new(x - pad - block.Width, y + pad),
            ];
            var free = corners.Select(c => SKRect.Create(c.X, c.Y, block.Width, block.Height)).FirstOrDefault(r => plot.Contains(r) && !taken.Any(t => t.IntersectsWith(r)));
            if (free.IsEmpty) continue;
            taken.Add(free);
            frame.Lettering.AddBox(SKRect.Inflate(free, 0.1f * em, -0.1f * em), ChartStyle.Ground.WithAlpha(215));
            frame.Lettering.Add(block, free.Left, free.Top, ChartStyle.Ink);
        }
    }
}
