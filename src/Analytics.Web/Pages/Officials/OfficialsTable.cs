using Analytics.Domain.Trends;
using Analytics.Web.Shared.Tables;

namespace Analytics.Web.Pages.Officials;

/// <summary>The contract's official rows, as <c>officials --format csv</c> prints them: codes, fractions, no consequence.</summary>
static class OfficialsTable
{
    public static ExportTable Of(string name, IEnumerable<OfficialLine> lines) => ExportTable.Of(name, lines.Select(l => l.Row), Columns);

    static (string Column, Func<OfficialRow, object?> Value)[] Columns =>
    [
        ("official", r => r.Result.OfficialName),
        ("official_code", r => r.OfficialCode),
        ("unit", r => r.Unit.Code),
        ("unit_name", r => r.Unit.Name),
        ("district", r => r.Area),
        ("position", r => r.Position.Code),
        ("round", r => r.Round.Code),
        ("regime", r => r.Round.RegimeId),
        ("base", r => r.Base),
        ("low", r => r.Result.Low),
        ("favourable", r => r.Result.Counts.Favourable),
        ("low_share", r => r.LowShare),
        ("low_lower", r => r.Interval?.Lower),
        ("low_upper", r => r.Interval?.Upper),
        ("approximate", r => r.Approximate ? "yes" : null),
        ("standing", r => r.Standing.Code),
        ("funnel_p", r => r.FunnelP),
        ("funnel", r => r.Funnel?.ToString().ToLowerInvariant()),
        ("shrunken_low", r => r.ShrunkenLow),
        ("case", _ => null),
    ];
}
