using System.Diagnostics;
using System.Globalization;

namespace Analytics.Benchmarks.Core;

/// <summary>A process that has ended: how long it took, on how much processor time, and the most memory it had resident.</summary>
/// <param name="Processor">User and system time as last seen, at most some hundredths of a second before the end.</param>
sealed record ToolRun(int ExitCode, TimeSpan Elapsed, TimeSpan? Processor, long? PeakMegabytes, string Output, string Error)
{
    public string LastErrorLine => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("").Trim();
}

/// <summary>Runs programs found on PATH, each for ten minutes at most.</summary>
static class Tool
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Every program of this name on PATH, in its order.</summary>
    public static IEnumerable<string> All(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name)).Where(File.Exists).Distinct();

    public static string? Find(string name) => All(name).FirstOrDefault();

    /// <summary>The first python3 on PATH that can load a module; null when none can.</summary>
    public static string? PythonWith(string module) => All("python3").FirstOrDefault(python => Run(python, ["-c", $"import {module}"]).ExitCode == 0);

    public static ToolRun Run(string file, IEnumerable<string> arguments, string? input = null, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        long? peak = null;
        TimeSpan? processor = null;
        while (!process.WaitForExit(20))
        {
            peak = PeakOf(process.Id) ?? peak;
            processor = ProcessorOf(process) ?? processor;
            if (watch.Elapsed < Longest) continue;
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        watch.Stop();
        return new(process.ExitCode, watch.Elapsed, processor, peak, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    static TimeSpan? ProcessorOf(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return null; // it has just ended
        }
    }

    /// <summary>The high-water mark the system keeps of a running process; looked at until it ends.</summary>
    static long? PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status")).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
