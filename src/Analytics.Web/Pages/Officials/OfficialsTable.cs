using Analytics.Domain.FollowUp;
using Analytics.Web.Shared.Tables;

namespace Analytics.Web.Pages.Officials;

/// <summary>The contract's official rows, as <c>officials --format csv</c> prints them: codes, fractions, no consequence.</summary>
static class OfficialsTable
{
    public static ExportTable Of(string name, IEnumerable<OfficialLine> lines) => ExportTable.Of(name, lines, Columns);

    static (string Column, Func<OfficialLine, object?> Value)[] Columns =>
    [
        ("official", l => l.Row.Result.OfficialName),
        ("official_code", l => l.Row.OfficialCode),
        ("unit", l => l.Row.Unit.Code),
        ("unit_name", l => l.Row.Unit.Name),
        ("district", l => l.Row.Area),
        ("position", l => l.Row.Position.Code),
        ("round", l => l.Row.Round.Code),
        ("regime", l => l.Row.Round.RegimeId),
        ("base", l => l.Row.Base),
        ("low", l => l.Row.Result.Low),
        ("favourable", l => l.Row.Result.Counts.Favourable),
        ("low_share", l => l.Row.LowShare),
        ("low_lower", l => l.Row.Interval?.Lower),
        ("low_upper", l => l.Row.Interval?.Upper),
        ("approximate", l => l.Row.Approximate ? "yes" : null),
        ("standing", l => l.Row.Standing.Code),
        ("funnel_p", l => l.Row.FunnelP),
        ("funnel", l => l.Row.Funnel?.ToString().ToLowerInvariant()),
        ("shrunken_low", l => l.Row.ShrunkenLow),
        ("case", l => l.Case?.Stage.Code()),
    ];
}
