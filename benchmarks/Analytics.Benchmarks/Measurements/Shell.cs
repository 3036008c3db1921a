using Analytics.Benchmarks.Core;

namespace Analytics.Benchmarks.Measurements;

/// <summary>The product's own command line and the <c>sqlite3</c> shell, as processes.</summary>
static class Shell
{
    public static string? Sqlite => Tool.Find("sqlite3");

    public static string? SqliteVersion => Sqlite is { } shell ? Tool.Run(shell, ["--version"]).Output.Split(' ')[0] : null;

    /// <summary>One call of the command line with its own data folder, start of the process included.</summary>
    public static ToolRun Product(string folder, params IEnumerable<string> arguments) => Tool.Run(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "Analytics.Ingest.dll"), .. arguments], folder: folder,
        environment: new Dictionary<string, string> { ["ANALYTICS_DATA"] = folder });

    /// <summary>One call of the shell on a database, stopping at the first error.</summary>
    public static ToolRun Sql(string database, string script) =>
        Tool.Run(Sqlite ?? throw new InvalidOperationException("no sqlite3 on PATH"), ["-bail", "-batch", database], script);
}
