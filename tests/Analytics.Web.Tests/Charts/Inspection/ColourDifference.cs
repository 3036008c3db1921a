using SkiaSharp;

namespace Analytics.Web.Tests.Charts.Inspection;

/// <summary>A colour in CIE L*a*b*, white of D65.</summary>
internal readonly record struct Lab(double L, double A, double B)
{
    public static Lab Of(SKColor c)
    {
        var (r, g, b) = (ColourSight.Linear(c.Red), ColourSight.Linear(c.Green), ColourSight.Linear(c.Blue));
        static double F(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : (24389.0 / 27 * t + 16) / 116;
        var x = F((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
        var y = F(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        var z = F((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
        return new(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    /// <summary>
    /// CIEDE2000 by Sharma, Wu, Dalal, "The CIEDE2000 Color-Difference Formula: Implementation Notes, Supplementary Test
    /// Data, and Mathematical Observations", Color Research and Application 30(1), 2005.
    /// </summary>
    public static double Difference(Lab p, Lab q)
    {
        const double degree = Math.PI / 180, far = 6103515625; // 25 to the power of 7
        var mean = Math.Pow((Math.Sqrt(p.A * p.A + p.B * p.B) + Math.Sqrt(q.A * q.A + q.B * q.B)) / 2, 7);
        var stretch = 1 + 0.5 * (1 - Math.Sqrt(mean / (mean + far)));
        var (c1, c2) = (Math.Sqrt(stretch * p.A * stretch * p.A + p.B * p.B), Math.Sqrt(stretch * q.A * stretch * q.A + q.B * q.B));
        double Hue(Lab x, double c) => c == 0 ? 0 : (Math.Atan2(x.B, stretch * x.A) / degree + 360) % 360;
        var (h1, h2) = (Hue(p, c1), Hue(q, c2));
        var turn = c1 * c2 == 0 ? 0 : h2 - h1 is var d && d > 180 ? d - 360 : d < -180 ? d + 360 : d;
        var (dl, dc, dh) = (q.L - p.L, c2 - c1, 2 * Math.Sqrt(c1 * c2) * Math.Sin(turn / 2 * degree));
        var (l, c) = ((p.L + q.L) / 2, (c1 + c2) / 2);
        var h = c1 * c2 == 0 ? h1 + h2 : Math.Abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2;
        var t = 1 - 0.17 * Math.Cos((h - 30) * degree) + 0.24 * Math.Cos(2 * h * degree) + 0.32 * Math.Cos((3 * h + 6) * degree) - 0.20 * Math.Cos((4 * h - 63) * degree);
        var (sl, sc, sh) = (1 + 0.015 * (l - 50) * (l - 50) / Math.Sqrt(20 + (l - 50) * (l - 50)), 1 + 0.045 * c, 1 + 0.015 * c * t);
        var rt = -2 * Math.Sqrt(Math.Pow(c, 7) / (Math.Pow(c, 7) + far)) * Math.Sin(60 * Math.Exp(-Math.Pow((h - 275) / 25, 2)) * degree);
        return Math.Sqrt(dl / sl * (dl / sl) + dc / sc * (dc / sc) + dh / sh * (dh / sh) + rt * (dc / sc) * (dh / sh));
    }
}
