using Analytics.Domain.Statistics;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Shared.Trends;

/// <summary>Which areas lie outside the limits of a funnel, and how many would by chance alone.</summary>
sealed class FunnelSentence(Texts texts, Formats formats)
{
    public string Of(AreaFunnel funnel)
    {
        var compared = funnel.Areas.Where(a => !a.TooFew).ToList();
        string Names(FunnelPlace place) => string.Join(", ", compared.Where(a => a.Place == place).Select(a => $"{a.Name} ({formats.Share(a.Share)})"));
        var (far, near) = (Names(FunnelPlace.Outside998), Names(FunnelPlace.Outside95));
        string[] parts =
        [
            far.Length > 0 ? texts["chart.funnel.alt.outside998", far] : "", near.Length > 0 ? texts["chart.funnel.alt.outside95", near] : "",
            far.Length + near.Length == 0 ? texts["chart.funnel.alt.none", formats.Count(compared.Count)] : "",
            texts["chart.funnel.alt.chance", formats.Count(compared.Count), formats.Number(compared.Count * FunnelLimits.ChanceOutside95, 1)],
        ];
        return string.Join(" ", parts.Where(p => p.Length > 0));
    }
}
