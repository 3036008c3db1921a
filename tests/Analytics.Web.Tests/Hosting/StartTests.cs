using System.Text.Json;
using Analytics.Domain.Storage.Sqlite;

namespace Analytics.Web.Tests.Hosting;

public class StartTests
{
    [Fact]
    public async Task Health_needs_no_account_and_tells_version_and_data_version()
    {
        using var host = new TestHost();
        using var report = JsonDocument.Parse(await host.Anonymous().GetStringAsync("/health", TestContext.Current.CancellationToken));
        Assert.Equal("ok", report.RootElement.GetProperty("status").GetString());
        Assert.Equal("ok", report.RootElement.GetProperty("store").GetString());
        Assert.Equal(0, report.RootElement.GetProperty("dataVersion").GetInt64());
        Assert.NotEqual("", report.RootElement.GetProperty("version").GetString());
    }

    [Fact]
    [Trait(TestStores.Kind, TestStores.File)]
    public void A_second_process_on_the_same_store_ends_with_2_and_says_who_holds_it()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-lock-").FullName;
        using (StoreLock.TryTake(Path.Combine(folder, "test.db.server.lock"), "Analytics.Web, process 4711"))
        {
            var (code, error) = Run($"--ANALYTICS_DATA={folder}", $"--ANALYTICS_DB={Path.Combine(folder, "test.db")}");
            Assert.Equal(2, code);
            Assert.Contains("already served by Analytics.Web, process 4711", error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_setting_that_cannot_be_used_ends_with_2_and_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-lock-").FullName;
        var (code, error) = Run($"--ANALYTICS_DATA={folder}", "--ANALYTICS_DB=Host=localhost");
        Assert.Equal(2, code);
        Assert.Contains("ANALYTICS_DB", error, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    [Trait(TestStores.Kind, TestStores.File)]
    public void The_lock_is_free_again_when_the_host_has_stopped()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-lock-").FullName;
        var path = Path.Combine(folder, "test.db.server.lock");
        using (var host = new TestHost { Folder = folder, KeepFolder = true })
        {
            _ = host.Store;
            Assert.Null(StoreLock.TryTake(path));
        }
        using (var taken = StoreLock.TryTake(path)) Assert.NotNull(taken);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Runs the program as a process; it ends by itself because it may not start.</summary>
    static (int Code, string Error) Run(params string[] arguments)
    {
        var program = Path.ChangeExtension(typeof(Program).Assembly.Location, ".dll");
        var start = new System.Diagnostics.ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in arguments.Prepend(program)) start.ArgumentList.Add(argument);
        using var process = System.Diagnostics.Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }
}
