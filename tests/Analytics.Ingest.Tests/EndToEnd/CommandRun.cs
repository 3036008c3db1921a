using System.Diagnostics;
using System.Globalization;
using Analytics.Domain.Storage;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>What a command printed and how it ended.</summary>
sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <summary>The result itself, where it ended as expected; else the test fails with what was printed.</summary>
    public CommandResult Ends(int expected)
    {
        Assert.True(ExitCode == expected, $"exit {ExitCode}, expected {expected}\n{Output}\n{Error}");
        Assert.DoesNotContain("   at ", Output + Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", Output + Error, StringComparison.Ordinal);
        return this;
    }
}

/// <summary>The real command line in a process of its own, on a store and folders that are thrown away.</summary>
sealed class CommandRun : IDisposable
{
    /// <summary>Only against hanging for ever.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public string Folder { get; } = Directory.CreateTempSubdirectory("analytics-cli-").FullName;

    public string StorePath => Path.Combine(Folder, "store.db");

    /// <summary>The store as this process sees it.</summary>
    public Store Store => Store.At(TestStores.Setting(StorePath), Folder);

    /// <summary>Further environment of the commands.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    static string Program => Path.Combine(AppContext.BaseDirectory, "Analytics.Ingest.dll");

    public CommandResult Run(params string[] arguments)
    {
        using var process = Start(arguments);
        return Finish(process);
    }

    /// <summary>Waits for a started command and returns what it printed.</summary>
    public static CommandResult Finish(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience)) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return new(process.ExitCode, output.Result, error.Result);
    }

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["ANALYTICS_DB"] = TestStores.Setting(StorePath);
        start.Environment["ANALYTICS_DATA"] = Folder;
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Asks a process to end, as a service manager does (SIGTERM) or a person with Ctrl+C (SIGINT).</summary>
    public static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{signal} {process.Id}")]);
        kill.WaitForExit();
    }

    /// <summary>Waits until something holds, because another process makes it so.</summary>
    public static void Until(Func<bool> holds, string what)
    {
        for (var until = DateTime.UtcNow + Patience; !holds(); Thread.Sleep(50))
            if (DateTime.UtcNow > until) Assert.Fail($"Waited in vain: {what}.");
    }

    /// <summary>Writes a file into the folder and returns its path.</summary>
    public string Write(string name, params string[] lines)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, lines);
        return path;
    }

    public void Dispose()
    {
        TestStores.Remove(StorePath);
        Directory.Delete(Folder, recursive: true);
    }
}
