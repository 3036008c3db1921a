using Analytics.Domain.Statistics;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Ingest.Loading;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Previews;

/// <summary>One file of a preview while its differences are still bound to the store.</summary>
sealed record PreviewedFile(string Name, LoadOutcome Outcome, DifferenceList Differences);

/// <summary>Reads what files that were loaded in a writer's turn have changed, before the turn ends without a commit.</summary>
sealed class PreviewReading(Writer writer, PublishedState before, int most, TimeProvider time, CancellationToken ct)
{
    readonly AnalyticsDb db = writer.Db;

    public Preview Read(IReadOnlyList<PreviewedFile> files)
    {
        TrendRefresh.Preview(writer, time, ct);
        var reference = ReferenceData.Load(db);
        var standings = new StandingChanges(db, before, reference).Read();
        var trends = Trends(reference);
        var briefings = Briefings(reference, trends);
        return new(before.DataVersion, before.WorkVersion,
            files.Select(f => new FilePreview(f.Name, f.Outcome, f.Differences.ToList(reference))).ToList(),
            First(standings), First(trends), First(briefings));
    }

    Bounded<T> First<T>(List<T> all) => new(all.Count <= most ? all : all[..most], all.Count);

    List<TrendChange> Trends(ReferenceData reference)
    {
        var old = before.Trends.ToDictionary(KeyOf);
        var changes = new List<TrendChange>();
        foreach (var row in PublishedState.TrendsOf(db, reference))
        {
            old.Remove(KeyOf(row), out var was);
            if (was is null || was.Snapshot.LowShare != row.Snapshot.LowShare || was.Direction != row.Direction) changes.Add(Change(was, row));
        }
        changes.AddRange(old.Values.Select(gone => Change(gone, null)));
        return changes;
    }

    static (TrendBy, string, int) KeyOf(TrendRow row) => (row.Snapshot.By, row.Snapshot.Key, row.Snapshot.RoundId);

    static TrendChange Change(TrendRow? old, TrendRow? now)
    {
        var row = (now ?? old)!;
        return new(GroupKey.Word(row.Snapshot.By), row.Snapshot.Key, row.Name, row.Round.Code, Figures(old), Figures(now));
    }

    static TrendFigures? Figures(TrendRow? row) => row is null ? null
        : new(row.Snapshot.Officials, row.Snapshot.Base, row.Snapshot.Low, row.Snapshot.LowShare, row.Direction.Code());

    /// <summary>Reports on a round whose figures change that were made while one of the rows that would be replaced was shown.</summary>
    List<TouchedBriefing> Briefings(ReferenceData reference, List<TrendChange> trends)
    {
        var closedFrom = db.Results.IgnoreQueryFilters().Where(r => r.ToVersion == before.Version + 1).Min(r => (long?)r.FromVersion);
        if (closedFrom is not { } since) return [];
        var rounds = trends.Select(t => reference.Round(t.Round)!.Id).Distinct().ToList();
        return db.Briefings.AsNoTracking().Where(b => rounds.Contains(b.RoundId) && b.DataVersion >= since && b.DataVersion <= before.DataVersion)
            .OrderByDescending(b => b.Id).AsEnumerable()
            .Select(b => new TouchedBriefing(b.Id, b.Title, b.CreatedAt, reference.Round(b.RoundId)!.Code, b.DataVersion)).ToList();
    }
}
