using Analytics.Web.Charts;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Rounds;

namespace Analytics.Web.Shared.Trends;

/// <summary>The small trends of a table's groups by key, all on one scale from zero to the largest share among them.</summary>
static class SparkLines
{
    /// <param name="unfinished">The last round still waits for units.</param>
    public static IReadOnlyDictionary<string, string> Of(GroupTrends trends, bool unfinished, Formats formats)
    {
        var shown = trends.Rows.Where(r => r.Snapshot.LowShare is not null).ToList();
        var top = shown.Select(r => r.Snapshot.LowShare!.Value).DefaultIfEmpty().Max();
        var family = new Dictionary<int, int>();
        foreach (var column in trends.Columns) family[column.Round.Id] = family.Values.LastOrDefault() + (column.NewFamily ? 1 : 0);
        return shown.GroupBy(r => r.Snapshot.Key).ToDictionary(g => g.Key, g =>
        {
            var rows = g.OrderBy(r => r.Round.HeldFrom).ToList();
            var segments = rows.GroupBy(r => family[r.Round.Id]).Select(IReadOnlyList<SparkPoint> (s) => s.Select(r => new SparkPoint(r.Round.HeldFrom.Year, r.Snapshot.LowShare!.Value)).ToList()).ToList();
            return new Sparkline(segments, top, formats.Share(rows[0].Snapshot.LowShare), formats.Share(rows[^1].Snapshot.LowShare),
                unfinished && rows[^1].Round.Id == trends.Columns[^1].Round.Id, string.Join("; ", rows.Select(r => $"{RoundWords.Year(r.Round)}: {formats.Share(r.Snapshot.LowShare)}"))).Svg();
        }, StringComparer.Ordinal);
    }
}
