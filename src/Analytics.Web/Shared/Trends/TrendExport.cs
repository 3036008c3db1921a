using Analytics.Domain.Trends;
using Analytics.Web.Shared.Tables;

namespace Analytics.Web.Shared.Trends;

/// <summary>Trend rows as a table to download: the contract's columns, as the command line prints them.</summary>
static class TrendExport
{
    public static ExportTable ToTable(this IEnumerable<TrendRow> rows, string name) =>
        new(name, TrendColumns.Names, rows.Select(IReadOnlyList<object?> (r) => TrendColumns.Values(r)).ToList());
}
