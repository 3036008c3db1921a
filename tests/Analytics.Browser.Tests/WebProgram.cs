using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Analytics.Browser.Tests;

/// <summary>The real program in a process of its own, on a new store with the sample, on a free port of this machine.</summary>
public sealed partial class WebProgram : IDisposable
{
    readonly Process process;
    readonly List<string> output = [];

    public string Folder { get; }

    public Uri Address { get; }

    /// <param name="folder">Of a program that was killed, to go on with its store; null: a new one. Removed at the end.</param>
    public WebProgram(string? folder = null)
    {
        Folder = folder ?? Directory.CreateTempSubdirectory("analytics-browser-").FullName;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Analytics.Web.dll"));
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add("http://127.0.0.1:0");
        start.Environment["ANALYTICS_DATA"] = Folder;
        start.Environment["ANALYTICS_DB"] = Path.Combine(Folder, "analytics.db");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var started = new TaskCompletionSource<Uri>();
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data, started);
        process.ErrorDataReceived += (_, line) => Read(line.Data, started);
        process.Exited += (_, _) => started.TrySetException(new InvalidOperationException("The program ended: " + string.Join('\n', output)));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Address = started.Task.WaitAsync(TimeSpan.FromMinutes(3)).GetAwaiter().GetResult();
    }

    void Read(string? line, TaskCompletionSource<Uri> started)
    {
        if (line is null) return;
        lock (output) output.Add(line);
        if (Announced().Match(line) is { Success: true } match) started.TrySetResult(new Uri(match.Value));
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[1-9][0-9]*")]
    private static partial Regex Announced();

    /// <summary>Ends it at once, as a failing machine does; its folder stays.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    public void Dispose()
    {
        Kill();
        Directory.Delete(Folder, recursive: true);
    }
}
