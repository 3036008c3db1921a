using Analytics.Ingest.Loading;
using Spectre.Console;

namespace Analytics.Ingest.Commands;

/// <summary>Progress on standard error when that is a terminal; silent otherwise.</summary>
sealed class TerminalProgress : IProgress<ImportProgress>, IDisposable
{
    readonly IAnsiConsole? console = Console.IsErrorRedirected ? null
        : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
    bool written;

    public void Report(ImportProgress value)
    {
        if (console is null) return;
        written = true;
        var text = $"[{value.FilesDone}/{value.Files}] {value.Stage} {value.File}";
        console.Write("\r" + text.PadRight(Math.Max(0, Math.Min(console.Profile.Width - 1, 100))));
    }

    /// <summary>Ends the line, so that results start on one of their own.</summary>
    public void Dispose()
    {
        if (written) console!.Write("\n");
        written = false;
    }
}
