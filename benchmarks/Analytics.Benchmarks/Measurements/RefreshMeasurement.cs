using Analytics.Benchmarks.Core;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Benchmarks.Measurements;

/// <summary>All trends computed anew, beside one grouping of the same table by the database alone.</summary>
static class RefreshMeasurement
{
    const int Repeats = 3;
    const string How =
        "`refresh --all` computes four groupings with clustered intervals, changes, slopes, standings and comparison sets, and publishes them in one transaction. "
        + "What the store holds just so already is compared and not written again; in the third row all of it is gone and has to be written. "
        + "The yardstick is one `GROUP BY round, district, position` with three sums over the same `result` table of the same file, without an index, nothing written.";

    const string Group =
        """
        SELECT count(*) FROM (
          SELECT r.round_id, u.parent_code, r.position_id, count(*), sum(r.valid), sum(r.middle), sum(r.low)
          FROM result r NOT INDEXED JOIN unit u ON u.id = r.unit_id GROUP BY r.round_id, u.parent_code, r.position_id);

        """;

    public static void Run(Workspace work, Report report)
    {
        var store = work.Big;
        var section = report.Add($"Refresh of {work.Rows:#,0} results", "ms", How);
        const string yardstick = "`GROUP BY` in the `sqlite3` shell";
        var process = section.Row("`refresh --all`, whole process").Against(yardstick);
        var inside = section.Row("the same inside a running process").Against(yardstick);
        var writing = section.Row("the same where nothing is stored yet").Against(yardstick);
        var shell = section.Row(yardstick);
        if (Shell.Sqlite is null) shell.Missing = "no `sqlite3` on PATH";
        report.Used("sqlite3", Shell.SqliteVersion);
        for (var i = 0; i < Repeats; i++)
        {
            process.Add(Shell.Product(work.Folder, ["refresh", "--all", "--db", store.Name]));
            inside.Time(() => TrendRefresh.Run(store, TimeProvider.System, everything: true));
            Forget(store);
            writing.Time(() => TrendRefresh.Run(store, TimeProvider.System, everything: true));
            if (shell.Missing is null) shell.Add(Shell.Sql(store.Name, Group));
        }
    }

    static void Forget(Store store)
    {
        using var writer = store.Write();
        writer.Db.Snapshots.ExecuteDelete();
        writer.Db.UnitQuality.ExecuteDelete();
        writer.Commit();
    }
}
