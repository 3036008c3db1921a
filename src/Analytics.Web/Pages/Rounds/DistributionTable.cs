using Analytics.Domain.Trends;
using Analytics.Web.Shared.Tables;

namespace Analytics.Web.Pages.Rounds;

/// <summary>Bands and standings by post as data; the last row, without a post, is all together.</summary>
static class DistributionTable
{
    public static ExportTable Of(string name, IReadOnlyList<string> bands, IEnumerable<(string Code, string Name, Distribution Distribution)> lines, IReadOnlyList<string> standings) => new(
        name,
        ["position", "name", "officials", "exempt", "undetermined", .. bands, .. standings.Select(s => s.Replace('-', '_')), "none"],
        lines.Select(IReadOnlyList<object?> (l) =>
        [
            l.Code.Length > 0 ? l.Code : null, l.Name, l.Distribution.Officials, l.Distribution.Exempt, l.Distribution.Undetermined,
            .. l.Distribution.Bands.Cast<object?>(), .. standings.Select(object? (s) => l.Distribution.Standings.GetValueOrDefault(s)),
            l.Distribution.WithBase - l.Distribution.AtThreshold,
        ]).ToList());
}
