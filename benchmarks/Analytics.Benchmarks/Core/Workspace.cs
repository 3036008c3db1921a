using Analytics.Domain.Storage;
using Analytics.Ingest.Loading;
using Analytics.Ingest.Samples;
using Microsoft.Data.Sqlite;

namespace Analytics.Benchmarks.Core;

/// <summary>
/// A temporary folder with the files and stores that measurements share, made when first asked for and removed at the end.
/// </summary>
sealed class Workspace(long rows) : IDisposable
{
    static readonly string[] FileNames = ["units.csv", "positions.csv", "rounds.csv", "results.csv"];

    Store? big, sample;
    string? national;

    public long Rows => rows;
    public string Folder { get; } = Directory.CreateTempSubdirectory("analytics-benchmark-").FullName;

    /// <summary>Where the scripts of the yardsticks lie.</summary>
    public static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Yardsticks", name);

    /// <summary>Folder with units, positions, rounds and results of national scale.</summary>
    public string National
    {
        get
        {
            if (national is not null) return national;
            national = Path.Combine(Folder, "national");
            SampleFiles.Write(national, SampleScale.National, SampleFiles.DefaultSeed, rows, CancellationToken.None);
            return national;
        }
    }

    public IReadOnlyList<string> NationalFiles => FilesOf(National);

    public static IReadOnlyList<string> FilesOf(string folder) => [.. FileNames.Select(name => Path.Combine(folder, name))];

    /// <summary>A store with all rows of national scale.</summary>
    public Store Big => big ??= Load(NewStore("big"), NationalFiles);

    /// <summary>A store with the committed sample.</summary>
    public Store Sample => sample ??= Load(NewStore("sample"), SamplePaths());

    /// <summary>Takes over a store that the measurement of imports has filled anyway.</summary>
    public void Adopt(string path) => big ??= Store.At(path, Folder);

    public Store NewStore(string name) => Store.At(Path.Combine(Folder, name, "analytics.db"), Folder);

    /// <summary>Paths of the committed sample's files that are meant to be loaded.</summary>
    public static IEnumerable<string> SamplePaths() => Directory.EnumerateFiles(Path.Combine(Places.Data, "sample"), "*.csv")
        .Where(path => Path.GetFileName(path) is not ("mistakes.csv" or "tiles.csv")).Order(StringComparer.Ordinal);

    public Store Load(Store store, IEnumerable<string> paths)
    {
        store.Prepare();
        Import(store, paths);
        return store;
    }

    /// <summary>Loads files in this process, with trends.</summary>
    public void Import(Store store, IEnumerable<string> paths)
    {
        var files = paths.Select(p => new InputFile(p, Path.GetFileName(p))).ToList();
        var outcomes = new Importer(store, new Archive(Folder), TimeProvider.System).Run(files, null, null, new LoadOptions("benchmark"));
        if (outcomes.FirstOrDefault(o => o.Refused) is { } refused)
            throw new InvalidOperationException($"{refused.File} was refused: {refused.Problems[0].MessageEn}");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
