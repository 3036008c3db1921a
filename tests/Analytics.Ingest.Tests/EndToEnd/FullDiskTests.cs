using System.Diagnostics;
using Analytics.Ingest.Samples;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>A disk that is full, made by mounting a small one: exit 2 with one clear message, and the store as it was.</summary>
public sealed class FullDiskTests : IDisposable
{
    const string Told = "The disk is full; what was not finished changed nothing.";
    const string ToldVi = "Đĩa đã đầy; phần chưa xong không thay đổi gì.";

    readonly CommandRun command = new();
    readonly string disk;
    readonly bool mounted;

    public FullDiskTests()
    {
        disk = Directory.CreateDirectory(Path.Combine(command.Folder, "disk")).FullName;
        mounted = OperatingSystem.IsLinux() && System("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk);
    }

    public void Dispose()
    {
        if (mounted) System("umount", "-l", disk);
        command.Dispose();
    }

    /// <summary>Of the many rows there is no room for all; of the fewer there is, but not for their trends, and readers see none of them either.</summary>
    [Theory]
    [InlineData(60_000)]
    [InlineData(20_000)]
    [Trait(TestStores.Kind, TestStores.File)]
    public void A_store_on_a_full_disk_stays_as_it_was_and_takes_the_next_file_when_there_is_room(int rows)
    {
        Assert.SkipUnless(mounted, "a small disk can be mounted by root on Linux only");
        SampleFiles.Write(command.Folder, SampleScale.National, SampleFiles.DefaultSeed, rows, TestContext.Current.CancellationToken);
        var store = Path.Combine(disk, "store.db");
        command.Run("import", "units.csv", "positions.csv", "rounds.csv", "--db", store).Ends(0);
        var before = StoreTables.DumpPublished(store);

        var run = command.Run("import", "results.csv", "--db", store).Ends(2);
        Assert.Contains(Told, run.Error, StringComparison.Ordinal);
        Assert.Contains(ToldVi, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, StoreTables.DumpPublished(store));
        command.Run("verify", "--db", store).Ends(0);

        Assert.True(System("mount", "-o", "remount,size=200m", disk));
        command.Run("import", "results.csv", "--db", store).Ends(0);
        Assert.Equal([$"{rows}"], StoreTables.Query(store, "SELECT count(*) FROM result WHERE from_version <= (SELECT data_version FROM store_state)"));
        command.Run("verify", "--db", store).Ends(0);
    }

    [Fact]
    public void An_archive_on_a_full_disk_keeps_the_file_out_of_the_store()
    {
        Assert.SkipUnless(mounted, "a small disk can be mounted by root on Linux only");
        SampleFiles.Write(command.Folder, SampleScale.National, SampleFiles.DefaultSeed, 100_000, TestContext.Current.CancellationToken);
        command.Run("import", "units.csv", "positions.csv", "rounds.csv").Ends(0);
        command.Environment["ANALYTICS_DATA"] = disk;
        var run = command.Run("import", "results.csv").Ends(2);
        Assert.Contains(Told, run.Error, StringComparison.Ordinal);
        Assert.Equal(["0"], StoreTables.Query(command.StorePath, "SELECT count(*) FROM result"));
        command.Environment["ANALYTICS_DATA"] = command.Folder;
        command.Run("import", "results.csv").Ends(0);
    }

    static bool System(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (global::System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
