using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Ingest.Previews;
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
/// loaded but not yet published are published by the next call, whatever it loads. A file that is missing, or for which
/// the writer's turn does not come, fails alone: those after it are still tried.
/// </remarks>
public sealed class Importer(Store store, Archive archive, TimeProvider time)
{
    public IReadOnlyList<LoadOutcome> Run(
        IReadOnlyList<InputFile> files, FileKind? kind, string? roundCode, LoadOptions options,
        IProgress<ImportProgress>? progress = null, CancellationToken ct = default)
    {
        var (sources, outcomes) = Read(files, kind, progress, ct);
        using (var target = options.DryRun ? LoadTarget.Dry(store, files.Count, ct) : LoadTarget.Real(store))
            TakeTurns(target, files, sources, outcomes, roundCode, _ => options, lastIsAlone: true, progress, ct);

        progress?.Report(new("", "trends", files.Count, files.Count));
        var result = options.DryRun ? outcomes! : Publish(outcomes!, ct);
        progress?.Report(new("", "done", files.Count, files.Count));
        return result!;
    }

    /// <summary>
    /// What loading with corrections would change: rows, standings, trends. Loaded and computed as it would be, in a writer's
    /// turn that is never committed.
    /// </summary>
    /// <param name="options">With a reason to replace, be it one that is still to be given.</param>
    /// <param name="most">So many items of each list are kept; the rest are counted.</param>
    public Preview Preview(
        IReadOnlyList<InputFile> files, FileKind? kind, string? roundCode, LoadOptions options, int most,
        IProgress<ImportProgress>? progress = null, CancellationToken ct = default)
    {
        var (sources, outcomes) = Read(files, kind, progress, ct);
        var differences = files.Select(_ => new DifferenceList(most)).ToList();
        using var target = LoadTarget.Preview(store, ct);
        var before = PublishedState.Of(target.Writer!, time, ct);
        TakeTurns(target, files, sources, outcomes, roundCode, i => options with { DryRun = true, Differences = differences[i] }, lastIsAlone: false, progress, ct);
        progress?.Report(new("", "trends", files.Count, files.Count));
        var preview = new PreviewReading(target.Writer!, before, most, time, ct).Read(files.Select((f, i) => new PreviewedFile(f.Name, outcomes[i]!, differences[i])).ToList());
        progress?.Report(new("", "done", files.Count, files.Count));
        return preview;
    }

    static (SourceFile?[] Sources, LoadOutcome?[] Outcomes) Read(IReadOnlyList<InputFile> files, FileKind? kind, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var sources = new SourceFile?[files.Count];
        var outcomes = new LoadOutcome?[files.Count];
        for (var i = 0; i < files.Count; i++)
        {
            progress?.Report(new(files[i].Name, "reading", i, files.Count));
            (sources[i], outcomes[i]) = Read(files[i], kind, ct);
        }
        return (sources, outcomes);
    }

    /// <param name="lastIsAlone">No one looks at what the last file of a dry run came to.</param>
    void TakeTurns(
        LoadTarget target, IReadOnlyList<InputFile> files, SourceFile?[] sources, LoadOutcome?[] outcomes, string? roundCode,
        Func<int, LoadOptions> optionsOf, bool lastIsAlone, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var order = Enumerable.Range(0, files.Count).Where(i => sources[i] is not null).OrderBy(i => sources[i]!.Kind ?? (FileKind)int.MaxValue).ToList();
        foreach (var (done, i) in order.Index())
            outcomes[i] = new FileTurn(target, archive, time, roundCode, optionsOf(i)).Take(
                files[i], sources[i]!, stage => progress?.Report(new(files[i].Name, stage, done, files.Count)), last: lastIsAlone && done == order.Count - 1, ct);
    }

    static (SourceFile?, LoadOutcome?) Read(InputFile file, FileKind? kind, CancellationToken ct)
    {
        try
        {
            using var content = File.OpenRead(file.Path);
            return (FileReader.Read(content, file.Name, kind, ct), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, LoadOutcome.Failed(file.Path, "", kind, 0, LoadMessages.CannotOpen(file.Path, e).MessageEn, LoadMessages.CannotOpen(file.Path, e)));
        }
    }

    /// <summary>Also publishes what a call that was killed before had loaded; does nothing where nothing is stale.</summary>
    IReadOnlyList<LoadOutcome> Publish(IReadOnlyList<LoadOutcome> outcomes, CancellationToken ct)
    {
        try
        {
            TrendRefresh.Run(store, time, everything: false, ct);
            return outcomes;
        }
        catch (StoreException e)
        {
            var failure = $"Loaded but not published: {e.Message} The next import or \"refresh\" publishes it.";
            return outcomes.Select(o => o.ChangedStore ? o with { Failure = failure } : o).ToList();
        }
    }
}
