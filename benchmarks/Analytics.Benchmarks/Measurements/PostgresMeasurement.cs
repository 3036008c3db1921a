using System.Data.Common;
using Analytics.Benchmarks.Core;

namespace Analytics.Benchmarks.Measurements;

/// <summary>The same import into a PostgreSQL server, beside <c>\copy</c> of the same files.</summary>
static class PostgresMeasurement
{
    const int Repeats = 2;
    const string How =
        "A private server on this machine (`tests/postgres/server.sh`: no fsync, for both sides alike), a new database each time. The product checks, recognises people, "
        + "keeps versions and provenance and publishes trends; every reference is checked by the server. The yardstick: `psql` with `\\copy` of `units.csv` and `results.csv`, "
        + "two indexes and two tables by `GROUP BY round, district, position`. Processor time and memory are those of the client.";

    public static void Run(Workspace work, Report report)
    {
        var section = report.Add($"Import of {work.Rows:#,0} result rows on PostgreSQL", "ms", How);
        var product = section.Row("`import` of the product").Against("`psql` `\\copy`");
        var copy = section.Row("`psql` `\\copy`");
        // Not in the folder of the run: that is closed to the server's own user.
        var folder = Path.Combine(Path.GetTempPath(), "analytics-benchmark-postgres-" + Guid.NewGuid().ToString("N"));
        var start = Tool.Run("bash", [Server, "start", folder]);
        if (start.ExitCode != 0 || Tool.Find("psql") is not { } psql)
        {
            product.Missing = copy.Missing = "no PostgreSQL server could be started here";
            return;
        }
        try
        {
            report.Used("psql", Tool.Run(psql, ["--version"]).Output.Trim());
            var server = start.Output.Trim();
            for (var i = 0; i < Repeats; i++)
            {
                product.Add(Shell.Product(work.Folder, ["import", .. work.NationalFiles, "--db", $"{server};Database=product{i}"]));
                if (product.Missing is { } failure) throw new InvalidOperationException("import " + failure);
                Psql(psql, server, "postgres", $"CREATE DATABASE plain{i};");
                copy.Add(Psql(psql, server, $"plain{i}", Script(work)));
                Psql(psql, server, "postgres", $"DROP DATABASE plain{i}; DROP DATABASE product{i} WITH (FORCE);");
            }
        }
        finally
        {
            Tool.Run("bash", [Server, "stop", folder]);
        }
    }

    static string Server => Path.Combine(Domain.Storage.Places.Root, "tests", "postgres", "server.sh");

    static ToolRun Psql(string psql, string server, string database, string script)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = server };
        return Tool.Run(psql, ["-q", "-X", "-v", "ON_ERROR_STOP=1", "-h", $"{parts["Host"]}", "-p", $"{parts["Port"]}", "-U", $"{parts["Username"]}", "-d", database], script);
    }

    static string Script(Workspace work) =>
        $"""
        \i {Workspace.Script("tables-postgres.sql")}
        \copy unit FROM '{Path.Combine(work.National, "units.csv")}' (FORMAT csv, HEADER)
        \copy result FROM '{Path.Combine(work.National, "results.csv")}' (FORMAT csv, HEADER)
        \i {Workspace.Script("indexes-and-groups.sql")}

        """;
}
