using Analytics.Domain.Access;
using Analytics.Domain.Minutes;
using Analytics.Domain.Results;
using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Trends;

/// <summary>
/// The store as known at an earlier moment: results, rosters, rules, trends, comparison sets, standings and the quality of units of the version
/// published last by then. Units, posts, rounds and what people did since (answers, verifications) are of now.
/// </summary>
/// <remarks>
/// Trends of earlier versions are not kept but computed again, as they were, and stand in tables of the reader's own connection under the
/// names of the stored ones: whatever reads the store reads them. The latest few are remembered.
/// </remarks>
public static class AsKnown
{
    const int Remembered = 3;

    static readonly string[] Derived = ["snapshot", "round_parameters", "threshold_mark", "unit_quality"];
    static readonly Lock Guard = new();
    static readonly LinkedList<(Key Key, Past Past)> Latest = new();

    /// <summary>Another store put into the place of one has other moments.</summary>
    readonly record struct Key(string Store, long Version, DateTime? PublishedAt, long WorkVersion, int FormulaVersion);

    sealed record Past(IReadOnlyList<Snapshot> Snapshots, IReadOnlyList<RoundParameters> Parameters, IReadOnlyList<ThresholdMark> Marks, IReadOnlyList<UnitQuality> Quality);

    /// <summary>The version published last before <paramref name="end"/> (UTC); 0 when there was none.</summary>
    public static long VersionAt(AnalyticsDb db, DateTime end) => db.Publications.Where(p => p.At < end).Max(p => (long?)p.Version) ?? 0;

    /// <summary>A look at the store as known just before <paramref name="end"/> (UTC).</summary>
    public static Reader Read(Store store, DateTime end, Scope scope, CancellationToken ct = default)
    {
        var now = store.Read(scope);
        var version = VersionAt(now.Db, end);
        if (version == now.State.DataVersion) return now;
        now.Dispose();
        var reader = store.ReadVersion(version, Scope.Everything);
        try
        {
            Fill(reader, store.Name, ct);
            reader.Db.Scope = scope;
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    static void Fill(Reader reader, string store, CancellationToken ct)
    {
        var key = new Key(store, reader.State.DataVersion, reader.PublishedAt, reader.Current.WorkVersion, reader.Current.FormulaVersion);
        var past = Find(key);
        if (past is null) Keep(key, past = Compute(reader.Db, ct));
        var db = reader.Db;
        db.Shadow(Derived);
        SnapshotStore.Insert(db, past.Snapshots, ct);
        UnitQualityPass.Insert(db, past.Quality);
        db.RoundParameters.AddRange(past.Parameters);
        db.ThresholdMarks.AddRange(past.Marks);
        db.SaveChanges();
        db.ChangeTracker.Clear();
    }

    static Past Compute(AnalyticsDb db, CancellationToken ct)
    {
        var reference = ReferenceData.Load(db);
        var found = TrendRefresh.Find(db, reference, [], everything: true, ct);
        var parameters = reference.Rounds.SelectMany(r => found.Parameters?[r.Id] ?? found.Computation.Parameters(r.Id));
        return new(found.Snapshots ?? [.. found.Computation.Snapshots()], [.. parameters], found.Computation.Marks, [.. found.Quality.Quality]);
    }

    static Past? Find(Key key)
    {
        lock (Guard)
        {
            for (var node = Latest.First; node is not null; node = node.Next)
                if (node.Value.Key == key)
                {
                    Latest.Remove(node);
                    Latest.AddFirst(node);
                    return node.Value.Past;
                }
            return null;
        }
    }

    static void Keep(Key key, Past past)
    {
        lock (Guard)
        {
            Latest.AddFirst((key, past));
            if (Latest.Count > Remembered) Latest.RemoveLast();
        }
    }
}
