using Analytics.Domain.Statistics;
using Analytics.Domain.Trends;
using Analytics.Web.Shared.Tables;

namespace Analytics.Web.Shared.Trends;

/// <summary>Trend rows as data, with the contract's columns.</summary>
static class TrendTable
{
    public static ExportTable Of(string name, IEnumerable<TrendRow> rows) => ExportTable.Of(name, rows,
        ("by", r => GroupKey.Word(r.Snapshot.By)), ("key", r => r.Snapshot.Key), ("name", r => r.Name),
        ("position", r => r.Snapshot.Position.Length > 0 ? r.Snapshot.Position : null), ("round", r => r.Round.Code), ("regime", r => r.Round.RegimeId),
        ("officials", r => r.Snapshot.Officials), ("left_out", r => r.Snapshot.LeftOut), ("units", r => r.Snapshot.Units),
        ("base", r => r.Snapshot.Base), ("low", r => r.Snapshot.Low), ("favourable", r => r.Snapshot.Favourable),
        ("low_share", r => r.Snapshot.LowShare), ("low_lower", r => r.Snapshot.LowLower), ("low_upper", r => r.Snapshot.LowUpper),
        ("change", r => r.Snapshot.Change), ("change_lower", r => r.Snapshot.ChangeLower), ("change_upper", r => r.Snapshot.ChangeUpper), ("change_p", r => r.Snapshot.ChangeP),
        ("slope", r => r.Snapshot.Slope), ("slope_lower", r => r.Snapshot.SlopeLower), ("slope_upper", r => r.Snapshot.SlopeUpper), ("slope_p", r => r.Snapshot.SlopeP),
        ("slope_q", r => r.SlopeQ), ("rounds", r => r.Snapshot.Rounds), ("direction", r => r.Direction.Code()), ("below_rule", r => r.Snapshot.BelowRule));
}
