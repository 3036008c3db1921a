using System.Globalization;
using Analytics.Benchmarks.Core;
using Analytics.Ingest.Samples;

namespace Analytics.Benchmarks.Measurements;

/// <summary>Whether five times the rows take five times as long.</summary>
static class LinearMeasurement
{
    const int Fifth = 5;
    const string How =
        "`import` as above, once with a fifth of the rows and once with all of them, a new store each; the `sqlite3` shell beside it. Time is per 1,000 rows, so that a "
        + "ratio of 1 between the two lines of a tool is linear. Processor time is of the whole run, in ms.";

    public static void Run(Workspace work, Report report)
    {
        var section = report.Add($"From {work.Rows / Fifth:#,0} to {work.Rows:#,0} rows", "ms per 1,000 rows", How);
        var small = Path.Combine(work.Folder, "national-fifth");
        SampleFiles.Write(small, SampleScale.National, SampleFiles.DefaultSeed, work.Rows / Fifth, CancellationToken.None);
        foreach (var (folder, rows) in new[] { (small, work.Rows / Fifth), (work.National, work.Rows) })
        {
            var product = section.Row(Name("import", rows)).Against(Name("sqlite3", rows));
            if (rows == work.Rows) product.Against(Name("import", work.Rows / Fifth));
            Add(product, rows, Run(work, path => Shell.Product(Path.GetDirectoryName(path)!, ["import", .. Workspace.FilesOf(folder), "--db", path])));
            var shell = section.Row(Name("sqlite3", rows));
            if (rows == work.Rows) shell.Against(Name("sqlite3", work.Rows / Fifth));
            if (Shell.Sqlite is null) shell.Missing = "no `sqlite3` on PATH";
            else Add(shell, rows, Run(work, path => Shell.Sql(path, ImportMeasurement.Script(folder))));
        }
    }

    static string Name(string tool, long rows) => string.Create(CultureInfo.InvariantCulture, $"`{tool}`, {rows:#,0} rows");

    static ToolRun Run(Workspace work, Func<string, ToolRun> load)
    {
        var folder = Directory.CreateDirectory(Path.Combine(work.Folder, "linear")).FullName;
        var run = load(Path.Combine(folder, "store.db"));
        Directory.Delete(folder, recursive: true);
        return run;
    }

    static void Add(Row row, long rows, ToolRun run) => row.Add(run with { Elapsed = run.Elapsed / (rows / 1000.0) });
}
