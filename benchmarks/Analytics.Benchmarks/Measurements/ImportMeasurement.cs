using Analytics.Benchmarks.Core;

namespace Analytics.Benchmarks.Measurements;

/// <summary>A results file of national scale from nothing to published trends, beside what general tools take to load the same file.</summary>
static class ImportMeasurement
{
    const int Repeats = 3;
    const string How =
        "Whole processes on a new store each time. The product reads, checks every row, recognises people, keeps versions and provenance, builds nine indexes "
        + "and publishes trends with intervals. The yardsticks load the same `units.csv` and `results.csv` unchecked, in WAL mode with `synchronous=FULL`, make two "
        + "indexes and two tables by `GROUP BY round, district, position` (the district from the units).";

    public static void Run(Workspace work, Report report)
    {
        var section = report.Add($"Import of {work.Rows:#,0} result rows", "ms", How);
        var product = section.Row("`import` of the product").Against("`sqlite3` shell").Against("pandas").Against("DuckDB");
        var shell = section.Row("`sqlite3` shell");
        var pandas = section.Row("pandas");
        var duck = section.Row("DuckDB");
        if (Shell.Sqlite is null) shell.Missing = "no `sqlite3` on PATH";
        var python = Tool.PythonWith("pandas");
        if (python is null) pandas.Missing = "no `python3` with pandas on PATH";
        else report.Used("pandas", Tool.Run(python, ["-c", "import pandas; print(pandas.__version__)"]).Output.Trim());
        report.Used("sqlite3", Shell.SqliteVersion);
        var duckDb = new DuckDb(work);
        duck.Missing = duckDb.Missing;
        if (duck.Missing is null) report.Used("DuckDB", DuckDb.Name);

        for (var i = 0; i < Repeats; i++)
        {
            Product(work, product, keep: i == Repeats - 1);
            if (shell.Missing is null) OnNewFile(work, shell, path => Shell.Sql(path, Script(work.National)));
            if (python is not null && pandas.Missing is null)
                OnNewFile(work, pandas, path => Tool.Run(python, [Workspace.Script("load-with-pandas.py"), work.National, path, Workspace.Script("indexes-and-groups.sql")]));
            if (duck.Missing is null) OnNewFile(work, duck, path => duckDb.Load(work.National, path));
        }
    }

    static void Product(Workspace work, Row row, bool keep)
    {
        var files = work.NationalFiles;
        var folder = Directory.CreateDirectory(Path.Combine(work.Folder, "import-" + Guid.NewGuid().ToString("N"))).FullName;
        var store = Path.Combine(folder, "analytics.db");
        row.Add(Shell.Product(folder, ["import", .. files, "--db", store]));
        if (row.Missing is { } failure) throw new InvalidOperationException("import " + failure);
        if (keep) work.Adopt(store);
        else Directory.Delete(folder, recursive: true);
    }

    static void OnNewFile(Workspace work, Row row, Func<string, ToolRun> load)
    {
        var folder = Directory.CreateDirectory(Path.Combine(work.Folder, "yardstick")).FullName;
        row.Add(load(Path.Combine(folder, "plain.db")));
        Directory.Delete(folder, recursive: true);
    }

    /// <param name="national">Folder of the files.</param>
    public static string Script(string national) =>
        $"""
        .read "{Workspace.Script("tables.sql")}"
        .import --csv --skip 1 "{Path.Combine(national, "units.csv")}" unit
        .import --csv --skip 1 "{Path.Combine(national, "results.csv")}" result
        .read "{Workspace.Script("indexes-and-groups.sql")}"

        """;
}
