using Analytics.Web.Charts;
using SkiaSharp;

namespace Analytics.Web.Tests.Charts.Inspection;

/// <summary>Who looks at a picture, or what it is printed on.</summary>
public enum Sight
{
    Usual,
    Protanopia,
    Deuteranopia,
    Tritanopia,
    GreyPrint,
}

/// <summary>
/// Colours as they are seen: the matrices of severity 1.0 of Machado, Oliveira, Fernandes, "A Physiologically-based Model
/// for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, table of supplementary results, on linear RGB; a grey
/// printer keeps the luminance.
/// </summary>
internal static class ColourSight
{
    static readonly double[] Protanopia = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998];
    static readonly double[] Deuteranopia = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881];
    static readonly double[] Tritanopia = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900];

    public static SKColor See(SKColor colour, Sight sight)
    {
        if (sight == Sight.Usual) return colour;
        if (sight == Sight.GreyPrint) return new(Byte(ChartStyle.Luminance(colour)), Byte(ChartStyle.Luminance(colour)), Byte(ChartStyle.Luminance(colour)));
        var m = sight == Sight.Protanopia ? Protanopia : sight == Sight.Deuteranopia ? Deuteranopia : Tritanopia;
        var (r, g, b) = (Linear(colour.Red), Linear(colour.Green), Linear(colour.Blue));
        return new(Byte(m[0] * r + m[1] * g + m[2] * b), Byte(m[3] * r + m[4] * g + m[5] * b), Byte(m[6] * r + m[7] * g + m[8] * b));
    }

    public static double Linear(byte channel) => channel / 255.0 is var s && s <= 0.04045 ? s / 12.92 : Math.Pow((channel / 255.0 + 0.055) / 1.055, 2.4);

    static byte Byte(double linear)
    {
        var l = Math.Clamp(linear, 0, 1);
        return (byte)Math.Round(255 * (l <= 0.0031308 ? 12.92 * l : 1.055 * Math.Pow(l, 1 / 2.4) - 0.055));
    }
}
