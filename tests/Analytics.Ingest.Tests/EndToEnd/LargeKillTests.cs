using System.Diagnostics;
using Analytics.Ingest.Samples;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>
/// The first large file of a store, whose indexes are made again and whose trends are worked out ahead, ended by SIGKILL:
/// the store is exactly as before or exactly as after. 3 moments, 50 with <c>ANALYTICS_SOAK=1</c>.
/// </summary>
public sealed class LargeKillTests : IDisposable
{
    static readonly int Moments = Environment.GetEnvironmentVariable("ANALYTICS_SOAK") == "1" ? 50 : 3;
    const int Rows = 60_000;

    readonly CommandRun command = new();

    public void Dispose() => command.Dispose();

    [Fact]
    [Trait(TestStores.Kind, TestStores.File)]
    public void A_large_import_killed_at_any_moment_leaves_the_store_as_before_or_as_after()
    {
        SampleFiles.Write(command.Folder, SampleScale.National, SampleFiles.DefaultSeed, Rows, TestContext.Current.CancellationToken);
        command.Run("import", "units.csv", "positions.csv", "rounds.csv").Ends(0);
        var prepared = command.StorePath + ".prepared";
        TestStores.Copy(command.StorePath, prepared);
        var before = Seen();
        var clock = Stopwatch.StartNew();
        command.Run("import", "results.csv").Ends(0);
        var duration = clock.Elapsed;
        var after = Seen();

        var random = new Random(50);
        for (var moment = 1; moment <= Moments; moment++)
        {
            TestStores.Remove(command.StorePath);
            TestStores.Copy(prepared, command.StorePath);
            using (var process = command.Start("import", "results.csv"))
            {
                process.StandardOutput.Close();
                if (!process.WaitForExit(duration * (0.15 + 0.85 * random.NextDouble()))) process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
            var seen = Seen();
            Assert.True(seen == before || seen == after, $"moment {moment}: readers see {seen}, not {before} and not {after}");
            command.Run("import", "results.csv").Ends(0);
            Assert.Equal(after, Seen());
        }
        command.Run("verify").Ends(0);
    }

    /// <summary>What readers see in sums, and every index there is.</summary>
    string Seen() => string.Join('|',
        StoreTables.Query(command.StorePath, "SELECT data_version FROM store_state")
            .Concat(StoreTables.Query(command.StorePath, "SELECT count(*), sum(low), sum(person_id) FROM result WHERE from_version <= (SELECT data_version FROM store_state)"))
            .Concat(StoreTables.Query(command.StorePath, "SELECT count(*), sum(low), sum(base), round(sum(low_share), 9) FROM snapshot"))
            .Concat(StoreTables.Query(command.StorePath, "SELECT count(*), sum(officials) FROM unit_quality"))
            .Concat(StoreTables.Query(command.StorePath, "SELECT group_concat(name) FROM (SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name)")));
}
