using System.Collections.Concurrent;
using Analytics.Domain.Imports;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Ingest.Checking;
using Analytics.Ingest.Checking.Kinds;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Loading;

/// <summary>
/// A large file of results: read and checked on one core while the rows that came before are compared and written on
/// another, so that no more than a few thousand rows are in memory. Called inside the writer's turn; the caller commits
/// when the outcome says that the store was changed.
/// </summary>
/// <remarks>
/// Whether the file is accepted is known only at its end. Until then nothing is committed, and from its first error on
/// (unless the good rows are wanted) nothing more is written.
/// </remarks>
/// <param name="ahead">Works out trends of what is written; null where that cannot be.</param>
sealed class LargeResults(AnalyticsDb db, ReferenceData reference, Archive archive, TimeProvider time, LoadOptions options, TrendsAhead? ahead)
{
    const int RowsAtOnce = 1024, PartsAhead = 4;

    /// <summary>Indexes whose order is not that of a file. Those of places in files and of posts grow at a few ends and are kept up.</summary>
    static readonly string[] Scattered =
    [
        "IX_person_name_folded", "IX_person_official_code",
        "IX_result_round_id_unit_id_position_id_official_key", "IX_result_unit_id_round_id", "IX_result_person_id",
    ];

    /// <summary>Whether a file is loaded in this way. Whose rows may lie outside the units of its sender is checked whole first.</summary>
    public static bool Suits(SourceFile source, LoadOptions options) =>
        source.Kind == FileKind.Results && source.RowCount >= options.LargeFrom && options is { DryRun: false, AllowedUnits: null };

    public LoadOutcome Load(string path, SourceFile source, CheckOptions checkOptions, CancellationToken ct)
    {
        var loading = new ResultLoading(db, reference, options) { Ahead = ahead };
        var earlier = FileLoader.EarlierImport(db, source);
        var import = FileLoader.NewImport(source, options, time);
        db.Imports.Add(import);
        db.SaveChanges();
        var indexAgain = loading.IntoNothing ? db.SetAside(Scattered) : null;
        var file = Write(loading, import.Id, source, checkOptions, ct);

        if (file.Refused || (file.HasErrors && !options.AcceptValid)) return FileLoader.Refused(path, source, file.RowCount, file.Problems);
        var problems = file.Problems.Concat(loading.Problems).OrderBy(p => p.Row ?? 0).ToList();
        var rejected = file.BadRows + loading.Conflicts;
        if (rejected > 0 && !options.AcceptValid) return FileLoader.Refused(path, source, file.RowCount, problems);
        if (loading.New + loading.Corrected == 0)
            return FileLoader.Outcome(path, file, rejected == 0 || loading.Unchanged > 0 ? earlier : null, loading, rejected, problems);

        loading.End(import.Id);
        // Half of what was alive has ended with the last row, some 100 MB: given back once, before indexes are sorted and trends
        // stored, where the collector by itself would keep it to the end.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        ahead?.Complete();
        indexAgain?.Invoke();
        loading.Save(import.Id);
        FileLoader.Fill(import, loading, rejected, problems);
        import.ArchiveName = archive.Keep(source);
        FileLoader.StoreProblems(db, import.Id, problems);
        db.SaveChanges();
        return FileLoader.Outcome(path, file, import.Id, loading, rejected, problems);
    }

    CheckedFile Write(ResultLoading loading, int importId, SourceFile source, CheckOptions checkOptions, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var parts = new BlockingCollection<ResultRow[]>(PartsAhead);
        var check = Checker.Results(source, reference, checkOptions, stop.Token);
        var checking = Task.Run(() => Check(check, parts, stop.Token), CancellationToken.None);
        try
        {
            foreach (var rows in parts.GetConsumingEnumerable(ct))
            {
                loading.Compare(rows);
                if ((check.HasErrors || loading.Conflicts > 0) && !options.AcceptValid) loading.Forget();
                else loading.Flush(importId);
            }
        }
        finally
        {
            stop.Cancel();
            ((IAsyncResult)checking).AsyncWaitHandle.WaitOne();
        }
        checking.GetAwaiter().GetResult();
        return check.End();
    }

    static void Check(ResultsCheck check, BlockingCollection<ResultRow[]> parts, CancellationToken ct)
    {
        try
        {
            foreach (var rows in check.Rows().Chunk(RowsAtOnce)) parts.Add(rows, ct);
        }
        finally
        {
            parts.CompleteAdding();
        }
    }
}
