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
        IProgress<ImportProgress>? progress = null, CancellationToken ct = default) =>
        Run(ReadFile.All(files, kind, progress, ct), roundCode, options, progress, ct);

    /// <summary>The same for files that have been read already.</summary>
    public IReadOnlyList<LoadOutcome> Run(
        IReadOnlyList<ReadFile> files, string? roundCode, LoadOptions options, IProgress<ImportProgress>? progress = null, CancellationToken ct = default)
    {
        var outcomes = files.Select(f => f.Failure).ToArray();
        using (var target = options.DryRun ? LoadTarget.Dry(store, files.Count, ct) : LoadTarget.Real(store))
            TakeTurns(target, files, outcomes, roundCode, _ => options, lastIsAlone: true, progress, ct);

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
        IReadOnlyList<ReadFile> files, string? roundCode, LoadOptions options, int most, IProgress<ImportProgress>? progress = null, CancellationToken ct = default)
    {
        var outcomes = files.Select(f => f.Failure).ToArray();
        var differences = files.Select(_ => new DifferenceList(most)).ToList();
        using var target = LoadTarget.Preview(store, ct);
        var before = PublishedState.Of(target.Writer!, time, ct);
        TakeTurns(target, files, outcomes, roundCode, i => options with { DryRun = true, Differences = differences[i] }, lastIsAlone: false, progress, ct);
        progress?.Report(new("", "trends", files.Count, files.Count));
        var preview = new PreviewReading(target.Writer!, before, most, time, ct).Read(files.Select((f, i) => new PreviewedFile(f.Input.Name, outcomes[i]!, differences[i])).ToList());
        progress?.Report(new("", "done", files.Count, files.Count));
        return preview;
    }

    /// <param name="lastIsAlone">No one looks at what the last file of a dry run came to.</param>
    void TakeTurns(
        LoadTarget target, IReadOnlyList<ReadFile> files, LoadOutcome?[] outcomes, string? roundCode,
        Func<int, LoadOptions> optionsOf, bool lastIsAlone, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var order = files.Index().Where(f => f.Item.Source is not null).OrderBy(f => f.Item.Source?.Kind ?? (FileKind)int.MaxValue).ToList();
        foreach (var (done, (i, file)) in order.Index())
            if (file.Source is { } source)
                outcomes[i] = new FileTurn(target, archive, time, roundCode, optionsOf(i)).Take(
                    file.Input, source, stage => progress?.Report(new(file.Input.Name, stage, done, files.Count)), last: lastIsAlone && done == order.Count - 1, ct);
    }

    /// <summary>Also publishes what a call that was killed before had loaded; does nothing where nothing is stale.</summary>
    IReadOnlyList<LoadOutcome> Publish(IReadOnlyList<LoadOutcome> outcomes, CancellationToken ct)
    {
        try
        {
            TrendRefresh.Run(store, time, everything: false, ct);
            return outcomes;
        }
        catch (Exception e) when (StoreFaults.Explain(e) is { } told)
        {
            var failure = $"Loaded but not published: {told} The next import or \"refresh\" publishes it.";
            return outcomes.Select(o => o.ChangedStore ? o with { Failure = failure } : o).ToList();
        }
    }
}
