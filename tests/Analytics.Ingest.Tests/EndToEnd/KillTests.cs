using System.Diagnostics;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>
/// The real import process, ended by SIGKILL at many moments: what readers see is the state before or the state after,
/// never one between, and starting again loads the file once.
/// </summary>
public sealed class KillTests : IDisposable
{
    static readonly int Moments = Environment.GetEnvironmentVariable("ANALYTICS_SOAK") == "1" ? 200 : 5;

    readonly CommandRun command = new();

    public void Dispose() => command.Dispose();

    static string Sample(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Analytics.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "data", "sample", name);
    }

    [Fact]
    public void An_import_killed_at_any_moment_leaves_the_store_as_before_or_as_after()
    {
        var reference = command.Run(["import", Sample("units.csv"), Sample("changes.csv"), Sample("positions.csv"), Sample("rounds.csv"), Sample("results-2022.csv")]);
        Assert.True(reference.ExitCode == 0, reference.Output + reference.Error);
        string[] import = ["import", Sample("results-2024.csv"), Sample("results-2026.csv")];
        var prepared = command.StorePath + ".prepared";
        TestStores.Copy(command.StorePath, prepared);

        var before = Published();
        var clock = Stopwatch.StartNew();
        Assert.Equal(0, command.Run(import).ExitCode);
        var duration = clock.Elapsed;
        var after = Published();
        Assert.NotEqual(before, after);

        var (seenBefore, seenAfter) = (0, 0);
        for (var moment = 1; moment <= Moments; moment++)
        {
            Restore(prepared);
            KillAfter(duration * moment / Moments, import);

            // Two files are two transactions and are published together by the call: pending rows are in no reader's sight.
            var seen = Published();
            Assert.True(seen == before || seen == after, $"killed at moment {moment} of {Moments}: readers see a state between");
            if (seen == before) seenBefore++;
            else seenAfter++;
            if (moment % 5 == 0) Assert.Equal(0, command.Run("verify").ExitCode);

            var again = command.Run(import);
            Assert.True(again.ExitCode == 0, again.Output + again.Error);
            Assert.Equal(after, Published());
        }
        // A test that only ever kills before or after the work would show nothing.
        Assert.True(seenBefore > 0, "no kill came before the publication");
    }

    [Fact]
    public void A_store_killed_while_it_is_being_made_is_made_by_the_next_command()
    {
        for (var moment = 1; moment <= Math.Max(5, Moments / 4); moment++)
        {
            Restore(null);
            KillAfter(TimeSpan.FromMilliseconds(150 + 120 * moment), ["import", Sample("units.csv")]);
            var again = command.Run("import", Sample("units.csv"));
            Assert.True(again.ExitCode == 0, again.Output + again.Error);
            Assert.Equal(["339"], StoreTables.Query(command.StorePath, "SELECT count(*) FROM unit"));
        }
    }

    void KillAfter(TimeSpan delay, string[] arguments)
    {
        using var process = command.Start(arguments);
        process.StandardOutput.Close();
        if (!process.WaitForExit(delay)) process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    void Restore(string? copy)
    {
        TestStores.Remove(command.StorePath);
        if (copy is not null) TestStores.Copy(copy, command.StorePath);
    }

    string Published() => StoreTables.DumpPublished(command.StorePath);
}
