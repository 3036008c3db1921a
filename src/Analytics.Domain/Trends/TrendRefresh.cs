using Analytics.Domain.FollowUp;
using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Trends;

/// <summary>What a refresh did; all zero when nothing was stale.</summary>
public readonly record struct RefreshOutcome(int Marks, int Groups, long Version)
{
    public bool Published => Marks > 0;
}

/// <summary>
/// Publication: takes the stale marks, computes the groups they touch on the pending state, stores them, and raises the
/// data version, all in one transaction.
/// </summary>
/// <remarks>A crash at any moment leaves the marks and the old version in place; running again repeats harmlessly.</remarks>
public static class TrendRefresh
{
    /// <summary>Raised whenever a formula changes what it gives; a store with another one is computed anew.</summary>
    public const int FormulaVersion = 2;

    /// <param name="everything">Computes all groups whether stale or not (<c>refresh --all</c>).</param>
    public static RefreshOutcome Run(Store store, TimeProvider time, bool everything = false, CancellationToken ct = default)
    {
        if (!everything && !IsStale(store)) return default;
        using var writer = store.Write(ct);
        var (outcome, memory) = Run(writer, store.Name, time, everything, ct);
        writer.Commit();
        if (memory is not null) TrendMemory.Keep(store.Name, memory);
        return outcome;
    }

    /// <summary>
    /// What publishing would store, in a writer's turn that is never committed: afterwards its context shows the snapshots,
    /// comparison sets and marks of the pending state.
    /// </summary>
    /// <remarks>Everything is read anew: what this process remembers of the published sums is neither used nor changed.</remarks>
    public static RefreshOutcome Preview(Writer writer, TimeProvider time, CancellationToken ct = default)
    {
        // Marks that were added to the context and not yet sent.
        writer.Db.SaveChanges();
        var (outcome, _) = Run(writer, null, time, everything: false, ct);
        writer.Db.SaveChanges();
        return outcome;
    }

    static bool IsStale(Store store)
    {
        using var db = store.Open();
        var formulas = db.State.Select(s => s.FormulaVersion).Single();
        return db.StaleMarks.Any() || (formulas != FormulaVersion && db.Results.Any());
    }

    /// <param name="store">Under which name this process remembers sums; null: nothing is remembered.</param>
    static (RefreshOutcome, TrendMemory.Entry?) Run(Writer writer, string? store, TimeProvider time, bool everything, CancellationToken ct)
    {
        var db = writer.Db;
        var state = writer.State;
        var marks = db.StaleMarks.AsNoTracking().ToList();
        everything |= state.FormulaVersion != FormulaVersion || marks.Any(m => m.RoundId is null || m.UnitId is null);
        if (marks.Count == 0 && !everything) return default;
        var published = db.Publications.Where(p => p.Version == state.DataVersion).Select(p => (DateTime?)p.At).SingleOrDefault();
        var memory = store is null ? null : TrendMemory.Take(store, state.DataVersion, published);
        var ahead = store is null ? null : TrendMemory.TakeAhead(store)?.Fitting(db, state);

        var reference = writer.Reference;
        var (computation, groups, touched) = (!everything && memory is not null ? Follow(db, reference, memory, ct) : null) ?? Anew(db, reference, marks, everything, ahead, ct);
        // Where no result changed its comparison with the minutes may have.
        CaseOpening.OfRounds(db, reference, touched.Concat(marks.Select(m => m.RoundId).OfType<int>()).ToHashSet(), time.GetUtcNow().UtcDateTime);

        db.StaleMarks.ExecuteDelete();
        state.DataVersion++;
        state.FormulaVersion = FormulaVersion;
        // Whole microseconds, which is what every store keeps: the moment tells one publication from another.
        var now = time.GetUtcNow().UtcDateTime;
        var at = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        db.Publications.Add(new Publication { Version = state.DataVersion, At = at });
        db.Imports.Where(i => i.Version == null && i.State == Imports.ImportState.Loaded).ExecuteUpdate(i => i.SetProperty(x => x.Version, state.DataVersion));
        var lastId = db.Results.IgnoreQueryFilters().Max(r => (int?)r.Id) ?? 0;
        return (new(Math.Max(marks.Count, 1), groups, state.DataVersion), new(state.DataVersion, at, lastId, computation));
    }

    static (TrendComputation, int Groups, IReadOnlySet<int> Rounds) Anew(
        AnalyticsDb db, ReferenceData reference, List<StaleMark> marks, bool everything, TrendFindings? ahead, CancellationToken ct)
    {
        var (computation, quality, snapshots, parameters) = ahead ?? Find(db, reference, marks, everything, ct);
        quality.Store(db);
        var wanted = everything ? null : new StaleGroups(marks, computation);
        var groups = SnapshotStore.Replace(db, snapshots ?? computation.Snapshots(wanted is null ? null : wanted.Contains), wanted, ct);
        var touched = SnapshotStore.ReplaceRounds(db, reference, computation, parameters, everything ? null : marks.Select(m => m.RoundId!.Value).ToHashSet());
        return (computation, groups, touched);
    }

    /// <summary>Reads every result there is.</summary>
    internal static TrendFindings Find(AnalyticsDb db, ReferenceData reference, List<StaleMark> marks, bool everything, CancellationToken ct)
    {
        var quality = new UnitQualityPass(reference, everything ? null : marks.Select(m => (m.RoundId!.Value, m.UnitId!.Value)).ToHashSet());
        var standings = StandingPass.With(reference, rounds => ResultSource.OfRounds(db, rounds));
        using var summing = new TrendSumming(standings, reference, quality, everything);
        var read = 0;
        ResultSource.ForAll(db, (in result) =>
        {
            if (++read % 4096 == 0) ct.ThrowIfCancellationRequested();
            summing.Add(result);
        });
        return summing.Complete().GetAwaiter().GetResult();
    }

    /// <summary>The same from what was kept at the last publication and the results that changed since; null where that is not enough.</summary>
    static (TrendComputation, int Groups, IReadOnlySet<int> Rounds)? Follow(AnalyticsDb db, ReferenceData reference, TrendMemory.Entry memory, CancellationToken ct)
    {
        var closed = ResultSource.Closed(db, memory.Version).ToList();
        var opened = ResultSource.Opened(db, memory.Version, memory.LastId).ToList();
        if (memory.Computation.Change(closed, opened, reference) is not { } touched) return null;
        var groups = SnapshotStore.Replace(db, reference, memory.Computation.Snapshots(touched), touched, ct);
        var rounds = SnapshotStore.ReplaceRounds(db, reference, memory.Computation, null, touched.Rounds);
        new UnitQualityPass(reference, closed.Concat(opened).Select(r => (r.RoundId, r.UnitId)).ToHashSet()).Read(db).Store(db);
        return (memory.Computation, groups, rounds);
    }
}
