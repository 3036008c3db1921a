using System.Globalization;
using Analytics.Domain.Statistics;

namespace Analytics.Web.Pages.Officials;

/// <summary>
/// Where one official's low share lies, as a strip: bands of the others' percentiles, and one dot. Positions are percent of
/// the strip's width, written for SVG.
/// </summary>
sealed class PlaceStrip
{
    readonly double end;

    public PlaceStrip(PeerPlace place, double own)
    {
        end = End(Math.Max(own, place.P90));
        Place = place;
        Own = own;
    }

    public PeerPlace Place { get; }
    public double Own { get; }

    /// <summary>Shares at which the axis is labelled: from 0 to a round end.</summary>
    public IReadOnlyList<double> Ticks => [0, end / 2, end];

    public string At(double share) => Percent(share / end);

    public string Width(double from, double to) => Percent((to - from) / end);

    /// <summary>Where a label at a share must be anchored to stay inside.</summary>
    public string Anchor(double share) => (share / end) switch
    {
        < 0.12 => "start",
        > 0.88 => "end",
        _ => "middle",
    };

    static double End(double largest)
    {
        foreach (var round in new[] { 0.1, 0.2, 0.4, 0.6, 0.8 })
            if (largest <= round) return round;
        return 1;
    }

    static string Percent(double part) => (Math.Clamp(part, 0, 1) * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
