using Analytics.Domain.Imports;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Ingest.Checking;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Loading;

/// <summary>How far a call has come, for a terminal or a page.</summary>
/// <param name="Stage">reading, checking, loading, trends, done.</param>
public readonly record struct ImportProgress(string File, string Stage, int FilesDone, int Files);

/// <summary>A file to load: where it is, and what it is called for the user.</summary>
public sealed record InputFile(string Path, string Name);

/// <summary>
/// Files into the store: read, check, load each in a transaction of its own in the order of their kinds, then publish
/// with fresh trends.
/// </summary>
/// <remarks>
/// Reading and checking end before the writer's turn is taken. A crash leaves each file whole or absent; rows that were
/// loaded but not yet published are published by the next refresh.
/// </remarks>
public sealed class Importer(Store store, Archive archive, TimeProvider time)
{
    public IReadOnlyList<LoadOutcome> Run(
        IReadOnlyList<InputFile> files, FileKind? kind, string? roundCode, LoadOptions options,
        IProgress<ImportProgress>? progress = null, CancellationToken ct = default)
    {
        var sources = new List<(InputFile Input, SourceFile Source)>();
        foreach (var file in files)
        {
            progress?.Report(new(file.Name, "reading", sources.Count, files.Count));
            sources.Add((file, Read(file, kind, ct)));
        }
        var outcomes = new Dictionary<InputFile, LoadOutcome>(ReferenceEqualityComparer.Instance);
        using (var dry = options.DryRun ? store.Write(ct) : null)
            foreach (var (input, source) in sources.OrderBy(s => s.Source.Kind ?? (FileKind)int.MaxValue))
                outcomes[input] = One(input, source, roundCode, options, dry, new(progress, outcomes.Count, files.Count), ct);

        // Also where nothing was changed: an earlier run may have ended between loading and publishing.
        if (!options.DryRun)
        {
            progress?.Report(new("", "trends", files.Count, files.Count));
            TrendRefresh.Run(store, time, everything: false, ct);
        }
        progress?.Report(new("", "done", files.Count, files.Count));
        return files.Select(f => outcomes[f]).ToList();
    }

    static SourceFile Read(InputFile file, FileKind? kind, CancellationToken ct)
    {
        using var content = File.OpenRead(file.Path);
        return FileReader.Read(content, file.Name, kind, ct);
    }

    LoadOutcome One(InputFile input, SourceFile source, string? roundCode, LoadOptions options, Writer? dry, Step step, CancellationToken ct)
    {
        if (source.HasErrors) return Keep(FileLoader.Refused(input.Path, source, source.RowCount, source.Problems), source, options);
        step.Report(input, "checking");
        var reference = dry is not null ? ReferenceData.Load(dry.Db) : LoadReference();
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var file = Checker.Check(source, reference, new CheckOptions(roundCode, today), ct);
        var outside = OutOfScope.Problems(file, reference, options.AllowedUnits);
        if (outside.Count > 0 || file.Refused || (file.HasErrors && !options.AcceptValid))
            return Keep(FileLoader.Refused(input.Path, source, file.RowCount, [.. outside, .. file.Problems]), source, options);

        step.Report(input, "loading");
        if (dry is not null) return new FileLoader(dry, reference, archive, time, options).Load(input.Path, file);
        LoadOutcome outcome;
        using (var writer = store.Write(ct))
        {
            outcome = new FileLoader(writer, reference, archive, time, options).Load(input.Path, file);
            if (outcome.ChangedStore) writer.Commit();
        }
        return outcome.Import is null ? Keep(outcome, source, options) : outcome;
    }

    ReferenceData LoadReference()
    {
        using var db = store.Open();
        return ReferenceData.Load(db);
    }

    /// <summary>Records a refused file with its problems, where the caller has a page to show them on.</summary>
    LoadOutcome Keep(LoadOutcome outcome, SourceFile source, LoadOptions options)
    {
        if (!options.KeepRefused || !outcome.HasErrors) return outcome;
        using var writer = store.Write();
        var import = new Import
        {
            FileName = source.Name,
            Sha256 = source.Sha256,
            Kind = source.Kind is { } kind ? Kinds.Word(kind) : "",
            State = ImportState.Refused,
            At = time.GetUtcNow().UtcDateTime,
            By = options.By,
            Rows = outcome.Rows,
            Unchanged = outcome.Unchanged,
            Rejected = outcome.Rejected,
            Warnings = outcome.Warnings,
        };
        writer.Db.Imports.Add(import);
        writer.Db.SaveChanges();
        writer.Db.ImportProblems.AddRange(outcome.Problems.Take(FileLoader.StoredProblems).Select(p => FileLoader.ToStored(import.Id, p)));
        writer.RaiseWorkVersion();
        writer.Commit();
        return outcome with { RefusedImport = import.Id };
    }

    readonly record struct Step(IProgress<ImportProgress>? Progress, int Done, int Total)
    {
        public void Report(InputFile input, string stage) => Progress?.Report(new(input.Name, stage, Done, Total));
    }
}
