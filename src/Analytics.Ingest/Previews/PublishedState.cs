using Analytics.Domain.Storage;
using Analytics.Domain.Trends;

namespace Analytics.Ingest.Previews;

/// <summary>What pages show before files are loaded: the version, the reference data, the trends.</summary>
sealed record PublishedState(long Version, long DataVersion, long WorkVersion, ReferenceData Reference, IReadOnlyList<TrendRow> Trends)
{
    static readonly TrendBy[] Compared = [TrendBy.City, TrendBy.District, TrendBy.Position];

    public static PublishedState Of(Writer writer, TimeProvider time, CancellationToken ct)
    {
        var (data, work) = (writer.State.DataVersion, writer.State.WorkVersion);
        // What a call that was killed loaded and did not publish is not these files' doing.
        TrendRefresh.Preview(writer, time, ct);
        var reference = ReferenceData.Load(writer.Db);
        return new(writer.State.DataVersion, data, work, reference, TrendsOf(writer.Db, reference));
    }

    /// <summary>City, areas, posts, in this order.</summary>
    public static IReadOnlyList<TrendRow> TrendsOf(AnalyticsDb db, ReferenceData reference) =>
        Compared.SelectMany(by => TrendQuery.Stored(db, reference, by)).ToList();
}
