using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>How long the bars of counts may be, so that counts which do not fit inside have their room behind them.</summary>
internal sealed record BandsLayout(float Size, float Em, float PixelsPerOfficial)
{
    static readonly int[] Steps = [1, 2, 5];

    /// <summary><c>a</c> for the lowest band.</summary>
    public static string Letter(int band) => ((char)('a' + band)).ToString();

    public static BandsLayout Find(IReadOnlyList<BandRow> rows, float size, float em, float width)
    {
        var layout = new BandsLayout(size, em, width / rows.Max(r => r.Total));
        for (var tries = 0; tries < 40; tries++)
        {
            var needed = rows.Max(r => r.Total * layout.PixelsPerOfficial + layout.Outside(r).Sum(layout.WidthOf) + 0.6f * em);
            if (needed <= width) break;
            layout = layout with { PixelsPerOfficial = layout.PixelsPerOfficial * Math.Min(0.99f, 0.5f + 0.5f * width / needed) };
        }
        return layout;
    }

    /// <summary>Round counts from zero up to <paramref name="top"/>, at most about <paramref name="most"/> of them.</summary>
    public static IReadOnlyList<double> Ticks(int top, int most)
    {
        var step = Enumerable.Range(0, 9).SelectMany(power => Steps.Select(s => s * (int)Math.Pow(10, power))).First(s => top / s <= Math.Clamp(most, 1, 8));
        return [.. Enumerable.Range(0, top / step + 1).Select(i => (double)i * step)];
    }

    /// <summary>Writes the counts of a row: in their parts of the bar, or behind it with their letters.</summary>
    public void Place(ChartFrame frame, BandRow row, float middle)
    {
        if (Size < Lettering.Smallest) return;
        var from = 0;
        for (var band = 0; band < row.Counts.Count; from += row.Counts[band++])
            if (row.Counts[band] > 0 && Fits(row.Counts[band]))
                frame.Lettering.AddCentred(Number(row.Counts[band]), frame.X(from + row.Counts[band] / 2.0), middle, ChartStyle.TextOn(frame.Style.Bands[band]));
        var x = frame.X(row.Total) + 0.5f * Em;
        foreach (var (band, count) in Outside(row))
        {
            var box = SKRect.Create(x, middle - 0.58f * Size, 1.16f * Size, 1.16f * Size);
            frame.Lettering.AddBox(box, frame.Style.Bands[band], ChartStyle.Muted, Math.Max(0.75f, Size / 16), 0.1f * Size);
            frame.Lettering.AddCentred(TextBlock.Wrap(Letter(band), Size * 0.9f, true, float.MaxValue), box.MidX, box.MidY, ChartStyle.TextOn(frame.Style.Bands[band]));
            var number = Number(count);
            frame.Lettering.Add(number, box.Right + 0.25f * Size, middle - number.Height / 2, ChartStyle.Ink);
            x += WidthOf((band, count));
        }
    }

    /// <summary>The counts of a row that do not fit inside.</summary>
    IEnumerable<(int Band, int Count)> Outside(BandRow row) => row.Counts.Select((count, band) => (band, count)).Where(c => c.count > 0 && !Fits(c.count));

    bool Fits(int count) => Number(count).Width + 0.4f * Size <= count * PixelsPerOfficial;

    float WidthOf((int Band, int Count) item) => 1.41f * Size + Number(item.Count).Width + 0.55f * Size;

    TextBlock Number(int count) => TextBlock.Wrap(count.ToString(System.Globalization.CultureInfo.InvariantCulture), Size, false, float.MaxValue);
}
