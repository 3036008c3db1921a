using Analytics.Benchmarks.Core;
using Analytics.Ingest.Samples;

namespace Analytics.Benchmarks.Measurements;

/// <summary>How long pages take while another process loads a large file into the same store.</summary>
static class BusyMeasurement
{
    const int RowsLoaded = 100_000, Requests = 40;
    static readonly (string Name, string Path)[] Pages = [("overview", "/"), ("officials", "/officials"), ("imports", "/imports")];
    static readonly string How =
        $"The web process on a store with {RowsLoaded:#,0} results; the command line loads a file of {RowsLoaded:#,0} further ones into it and publishes. Pages are asked for one "
        + "after the other all the while, by a signed-in viewer over loopback; the first requests after the publication are among them. The largest value is the one that counts.";

    public static void Run(Workspace work, Report report)
    {
        var section = report.Add($"Pages while {RowsLoaded:#,0} rows are imported", "ms", How);
        var (store, file) = Prepare(work);
        using var web = new WebProcess(work, store);
        for (var i = 0; i < Requests; i++)
            foreach (var (_, path) in Pages) web.Get(path);
        foreach (var (name, path) in Pages)
            for (var i = 0; i < Requests; i++) section.Row($"{name}, nothing else going on").Timing.Time(() => web.Get(path));

        var import = Task.Run(() => Shell.Product(work.Folder, ["import", file, "--db", store.Name]));
        while (!import.IsCompleted)
            foreach (var (name, path) in Pages) Busy(name).Timing.Time(() => web.Get(path));
        var run = import.GetAwaiter().GetResult();
        if (run.ExitCode != 0) throw new InvalidOperationException("import: " + run.LastErrorLine);
        foreach (var (name, _) in Pages) section.Row($"{name}, 95 of 100 requests during the import are faster than").Timing.Add(Busy(name).Timing.Percentile95);
        section.Row("the import itself").Add(run);

        Row Busy(string name) => section.Row($"{name}, during the import").Against($"{name}, nothing else going on");
    }

    /// <summary>A store with the first half of the rows, and a file of the other half.</summary>
    static (Domain.Storage.Store Store, string File) Prepare(Workspace work)
    {
        var folder = Path.Combine(work.Folder, "busy-files");
        SampleFiles.Write(folder, SampleScale.National, SampleFiles.DefaultSeed, 2 * RowsLoaded, CancellationToken.None);
        var lines = File.ReadAllLines(Path.Combine(folder, "results.csv"));
        var (first, second) = (Path.Combine(folder, "results.csv"), Path.Combine(folder, "later.csv"));
        File.WriteAllLines(first, lines.Take(RowsLoaded + 1));
        File.WriteAllLines(second, lines.Skip(RowsLoaded + 1).Prepend(lines[0]));
        return (work.Load(work.NewStore("busy"), Workspace.FilesOf(folder)), second);
    }
}
