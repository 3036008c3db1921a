using Analytics.Web.Charts;
using SkiaSharp;

namespace Analytics.Web.Tests.Charts.Inspection;

/// <summary>The fills of a kind of chart that shade alone tells apart: no letter, mark or figure stands on each of them.</summary>
internal sealed record Palette(IReadOnlyList<(string Meaning, SKColor Fill)> Fills)
{
    /// <summary>About ten times what trained eyes tell apart side by side (1): sure at a glance, across a picture, on cheap paper.</summary>
    public const double Least = 10;

    public static readonly IReadOnlyDictionary<string, Func<ChartStyle, Palette>> Kinds = new Dictionary<string, Func<ChartStyle, Palette>>
    {
        ["stacked"] = s => new([("high", s.High), ("middle", s.Middle), ("low", s.Low), ("unmarked", s.Unmarked)]),
        ["bands"] = s => new([.. s.Bands.Select((fill, i) => ($"band {i + 1}", fill))]),
        ["matrix"] = s => new([("verified", s.High), ("reported", s.Middle), ("waiting", ChartStyle.Ground)]),
        ["tiles"] = s => new([("higher", s.Higher), ("lower", s.Lower), ("neutral", s.Neutral)]),
        ["coverage-tiles"] = s => new([("overdue", s.Higher), ("waiting", s.MarkFill), ("complete", s.Middle)]),
        ["trend"] = s => new([("line", s.Low), ("band", s.Band)]),
    };

    /// <summary>Pairs that somebody, or a grey printer, would hardly tell apart.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var sight in Enum.GetValues<Sight>())
            for (var i = 0; i < Fills.Count; i++)
                for (var j = i + 1; j < Fills.Count; j++)
                {
                    var difference = Lab.Difference(Lab.Of(ColourSight.See(Fills[i].Fill, sight)), Lab.Of(ColourSight.See(Fills[j].Fill, sight)));
                    if (difference < Least) yield return $"{Fills[i].Meaning} {Fills[i].Fill} and {Fills[j].Meaning} {Fills[j].Fill}: {difference:0.0} for {sight}";
                }
    }
}
