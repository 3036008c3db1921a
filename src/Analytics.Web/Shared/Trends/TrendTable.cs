using Analytics.Domain.Trends;
using Analytics.Web.Shared.Tables;

namespace Analytics.Web.Shared.Trends;

/// <summary>Trend rows as data, with the contract's columns, as the command line prints them.</summary>
static class TrendTable
{
    public static ExportTable Of(string name, IEnumerable<TrendRow> rows) =>
        new(name, TrendColumns.Names, rows.Select(IReadOnlyList<object?> (r) => TrendColumns.Values(r)).ToList());
}
