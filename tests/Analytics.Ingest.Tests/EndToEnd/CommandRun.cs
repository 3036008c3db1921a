using System.Diagnostics;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>What a command printed and how it ended.</summary>
sealed record CommandResult(int ExitCode, string Output, string Error);

/// <summary>The real command line in a process of its own, on a store and folders that are thrown away.</summary>
sealed class CommandRun : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("analytics-cli-").FullName;

    public string StorePath => Path.Combine(Folder, "store.db");

    static string Program => Path.Combine(AppContext.BaseDirectory, "Analytics.Ingest.dll");

    public CommandResult Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["ANALYTICS_DB"] = StorePath;
        start.Environment["ANALYTICS_DATA"] = Folder;
        return Process.Start(start)!;
    }

    /// <summary>Writes a file into the folder and returns its path.</summary>
    public string Write(string name, params string[] lines)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
