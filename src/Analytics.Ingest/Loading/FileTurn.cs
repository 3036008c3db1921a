using Analytics.Domain.Dates;
using Analytics.Domain.Imports;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Ingest.Checking;
using Analytics.Ingest.Reading;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Loading;

/// <summary>One file of a call: checked beside the store, then loaded in the writer's turn.</summary>
sealed class FileTurn(LoadTarget target, Archive archive, TimeProvider time, string? roundCode, LoadOptions options)
{
    /// <summary>From so many rows on references are not looked up a second time.</summary>
    const int ManyRows = 20_000;

    /// <param name="stage">Told what is being done.</param>
    /// <param name="last">No other file of the call has to see this one.</param>
    public LoadOutcome Take(InputFile input, SourceFile source, Action<string> stage, bool last, CancellationToken ct)
    {
        try
        {
            var outcome = source.HasErrors
                ? FileLoader.Refused(input.Path, source, source.RowCount, source.Problems)
                : target.DryDb is { } db ? Dry(db, input, source, stage, last, ct) : Real(input, source, stage, ct);
            return outcome.Import is null && outcome.HasErrors && options is { KeepRefused: true, DryRun: false } ? Keep(outcome, source) : outcome;
        }
        catch (Exception e) when (e is UnauthorizedAccessException || StoreFaults.Explain(e) is not null)
        {
            return LoadOutcome.Failed(input.Path, source.Sha256, source.Kind, source.RowCount, StoreFaults.Explain(e) ?? e.Message);
        }
    }

    LoadOutcome Dry(AnalyticsDb db, InputFile input, SourceFile source, Action<string> stage, bool last, CancellationToken ct)
    {
        stage("checking");
        var reference = ReferenceData.Load(db);
        var file = Check(source, reference, ct);
        if (Refusal(file, reference) is { } problems) return FileLoader.Refused(input.Path, source, file.RowCount, problems);
        stage("loading");
        return new FileLoader(db, reference, archive, time, options).Load(input.Path, file, compareOnly: last);
    }

    LoadOutcome Real(InputFile input, SourceFile source, Action<string> stage, CancellationToken ct)
    {
        if (LargeResults.Suits(source, options)) return Large(input, source, stage, ct);
        stage("checking");
        var (reference, version) = LoadReference();
        var file = Check(source, reference, ct);
        if (Refusal(file, reference) is { } problems) return FileLoader.Refused(input.Path, source, file.RowCount, problems);
        stage("loading");
        using var writer = file.RowCount >= ManyRows ? target.Store.WriteMany(ct) : target.Store.Write(ct);
        if (writer.State.WorkVersion != version)
        {
            // Somebody changed units, posts or rounds since: what was checked against them is checked again.
            reference = writer.Reference;
            file = Check(source, reference, ct);
            if (Refusal(file, reference) is { } again) return FileLoader.Refused(input.Path, source, file.RowCount, again);
        }
        var outcome = new FileLoader(writer.Db, reference, archive, time, options).Load(input.Path, file);
        if (outcome.ChangedStore) writer.Commit();
        return outcome;
    }

    LoadOutcome Large(InputFile input, SourceFile source, Action<string> stage, CancellationToken ct)
    {
        stage("loading");
        using var writer = target.Store.WriteMany(ct);
        var reference = writer.Reference;
        using var ahead = TrendsAhead.For(writer.Db, reference);
        var outcome = new LargeResults(writer.Db, reference, archive, time, options, ahead).Load(input.Path, source, CheckOptions, ct);
        if (outcome.ChangedStore)
        {
            writer.Commit();
            ahead?.Keep(target.Store);
        }
        return outcome;
    }

    CheckOptions CheckOptions => new(roundCode, VietnamTime.DateOf(time.GetUtcNow().UtcDateTime));

    CheckedFile Check(SourceFile source, ReferenceData reference, CancellationToken ct) => Checker.Check(source, reference, CheckOptions, ct);

    /// <summary>Why nothing of the file is loaded; null when its good rows are.</summary>
    IReadOnlyList<Problem>? Refusal(CheckedFile file, ReferenceData reference)
    {
        var outside = OutOfScope.Problems(file, reference, options.AllowedUnits);
        return outside.Count > 0 || file.Refused || (file.HasErrors && !options.AcceptValid) ? [.. outside, .. file.Problems] : null;
    }

    (ReferenceData, long WorkVersion) LoadReference()
    {
        using var reader = target.Store.Read();
        return (reader.Reference, reader.State.WorkVersion);
    }

    /// <summary>Records a refused file with its problems, where the caller has a page to show them on.</summary>
    LoadOutcome Keep(LoadOutcome outcome, SourceFile source)
    {
        using var writer = target.Store.Write();
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
        FileLoader.StoreProblems(writer.Db, import.Id, outcome.Problems);
        writer.RaiseWorkVersion();
        writer.Commit();
        return outcome with { RefusedImport = import.Id };
    }
}
