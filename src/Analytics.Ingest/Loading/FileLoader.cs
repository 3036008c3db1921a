using Analytics.Domain.Audit;
using Analytics.Domain.Imports;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Ingest.Checking;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Loading;

/// <summary>
/// One checked file into the store: compares with what is loaded, then saves everything or nothing. Called inside the
/// writer's turn; the caller commits when the outcome says that the store was changed.
/// </summary>
sealed class FileLoader(AnalyticsDb db, ReferenceData reference, Archive archive, TimeProvider time, LoadOptions options)
{
    /// <summary>Problems beyond this many are counted but not stored with the import.</summary>
    public const int StoredProblems = 5000;

    /// <param name="compareOnly">A dry run that no other file has to see: nothing is saved.</param>
    public LoadOutcome Load(string path, CheckedFile file, bool compareOnly = false)
    {
        var kind = file.Kind!.Value;
        var loading = LoadingFor(kind);
        loading.Compare(file);
        var problems = file.Problems.Concat(loading.Problems).OrderBy(p => p.Row ?? 0).ToList();
        var rejected = file.BadRows + loading.Conflicts;
        if (rejected > 0 && !options.AcceptValid) return Refused(path, file, problems);
        if (loading.New + loading.Corrected == 0)
            return Outcome(path, file, rejected == 0 || loading.Unchanged > 0 ? EarlierImport(db, file.Source) : null, loading, rejected, problems);

        if (compareOnly) return Outcome(path, file, null, loading, rejected, problems);

        // A dry run saves too, so that the files after it see this one; its transaction is never committed.
        var import = Record(file, loading, rejected, problems);
        loading.Save(import.Id);
        AfterReferenceChange(kind, loading, import);
        return Outcome(path, file, options.DryRun ? null : import.Id, loading, rejected, problems);
    }

    IRowLoading LoadingFor(FileKind kind) => kind switch
    {
        FileKind.Units => new UnitLoading(db, options),
        FileKind.Changes => new ChangeLoading(db, options),
        FileKind.Positions => new PositionLoading(db, options),
        FileKind.Rounds => new RoundLoading(db, options),
        FileKind.Roster => new RosterLoading(db, reference, options),
        FileKind.Steps => new StepLoading(db, options, time),
        _ => new ResultLoading(db, reference, options),
    };

    public static LoadOutcome Refused(string path, SourceFile file, int rows, IReadOnlyList<Problem> problems) =>
        new(path, file.Sha256, file.Kind, null, rows, 0, 0, 0, rows, problems) { Notes = file.Notes };

    static LoadOutcome Refused(string path, CheckedFile file, IReadOnlyList<Problem> problems) => Refused(path, file.Source, file.RowCount, problems);

    internal static LoadOutcome Outcome(string path, CheckedFile file, int? import, IRowLoading loading, int rejected, IReadOnlyList<Problem> problems) =>
        new(path, file.Source.Sha256, file.Kind, import, file.RowCount, loading.New, loading.Unchanged, loading.Corrected, rejected, problems) { Notes = [.. file.Source.Notes, .. loading.Notes] };

    internal static int? EarlierImport(AnalyticsDb db, SourceFile source) => db.Imports
        .Where(i => i.Sha256 == source.Sha256 && i.State == ImportState.Loaded)
        .OrderByDescending(i => i.Id).Select(i => (int?)i.Id).FirstOrDefault();

    Import Record(CheckedFile file, IRowLoading loading, int rejected, List<Problem> problems)
    {
        var import = NewImport(file.Source, options, time);
        Fill(import, loading, rejected, problems);
        import.ArchiveName = options.DryRun ? null : archive.Keep(file.Source);
        db.Imports.Add(import);
        db.SaveChanges();
        StoreProblems(db, import.Id, problems);
        return import;
    }

    /// <summary>The record of a file that is being loaded; <see cref="Fill"/> adds what came of it.</summary>
    internal static Import NewImport(SourceFile source, LoadOptions options, TimeProvider time) => new()
    {
        FileName = source.Name,
        Sha256 = source.Sha256,
        Kind = Kinds.Word(source.Kind!.Value),
        State = ImportState.Loaded,
        At = time.GetUtcNow().UtcDateTime,
        By = options.By,
        Rows = source.RowCount,
        Reason = options.ReplaceReason,
    };

    internal static void Fill(Import import, IRowLoading loading, int rejected, IReadOnlyList<Problem> problems)
    {
        (import.Loaded, import.Unchanged, import.Corrected, import.Rejected) = (loading.New, loading.Unchanged, loading.Corrected, rejected);
        import.Warnings = problems.Count(p => p.Severity == Severity.Warning);
        (loading as ResultLoading)?.Describe(import);
    }

    static readonly string[] ProblemColumns = ["import_id", "sheet", "row", "column", "value", "rule", "is_error", "message_vi", "message_en"];

    /// <summary>Keeps problems with their import, as many as anybody could read.</summary>
    internal static void StoreProblems(AnalyticsDb db, int importId, IReadOnlyList<Problem> problems)
    {
        if (problems.Count == 0) return;
        using var insert = db.Bulk("import_problem", ProblemColumns);
        foreach (var p in problems.Take(StoredProblems))
        {
            insert.Add(importId);
            insert.Add(p.Sheet);
            insert.Add(p.Row);
            insert.Add(p.Column);
            // PostgreSQL stores no NUL.
            insert.Add(p.Value?.Replace('\0', '\uFFFD'));
            insert.Add(p.Rule);
            insert.Add(p.Severity == Severity.Error);
            insert.Add(p.MessageVi);
            insert.Add(p.MessageEn);
            insert.End();
        }
        insert.Complete();
    }

    /// <summary>Reference data and steps are not versioned: an edit shows at once, is audited, and makes trends stale where it may move them.</summary>
    void AfterReferenceChange(FileKind kind, IRowLoading loading, Import import)
    {
        if (kind is FileKind.Results or FileKind.Roster) return;
        db.State.Single().WorkVersion++;
        db.Audit.Add(new AuditEntry
        {
            At = import.At,
            User = options.By,
            Action = kind == FileKind.Steps ? "steps" : "reference-change",
            Target = $"import {import.Id} {import.Kind}",
            Rows = loading.New + loading.Corrected,
            EntryKey = Guid.NewGuid().ToString("N"),
        });
        if (kind != FileKind.Steps && (loading.Corrected > 0 || kind is FileKind.Units or FileKind.Changes) && db.Results.Any()) db.StaleMarks.Add(new StaleMark());
    }
}
