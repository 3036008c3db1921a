using Analytics.Benchmarks.Core;

namespace Analytics.Benchmarks.Measurements;

/// <summary>DuckDB as a yardstick: the npm package, fetched for the run into its temporary folder; never a part of the product.</summary>
sealed class DuckDb
{
    const string Version = "1.5.6-r.1";

    readonly string? node = Tool.Find("node");
    readonly string packages;

    public DuckDb(Workspace work)
    {
        packages = Directory.CreateDirectory(Path.Combine(work.Folder, "duckdb")).FullName;
        var npm = Tool.Find("npm");
        Missing = node is null || npm is null ? "no `node` and `npm` on PATH"
            : Tool.Run(npm, ["install", "--prefix", packages, "--no-audit", "--no-fund", "--ignore-scripts", "@duckdb/node-api@" + Version], folder: packages).ExitCode != 0
                ? "the npm package `@duckdb/node-api` could not be fetched" : null;
    }

    /// <summary>Why it cannot be had; null when it can.</summary>
    public string? Missing { get; }

    public static string Name => "@duckdb/node-api " + Version;

    /// <summary>COPY, two indexes and two groupings into a new file.</summary>
    public ToolRun Load(string national, string database) => Tool.Run(
        node!, [Workspace.Script("load-with-duckdb.mjs"), packages, national, database, Workspace.Script("indexes-and-groups.sql")]);
}
