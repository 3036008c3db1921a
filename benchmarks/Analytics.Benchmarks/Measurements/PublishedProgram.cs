using Analytics.Benchmarks.Core;
using Analytics.Domain.Storage;

namespace Analytics.Benchmarks.Measurements;

/// <summary>The product as it is handed to an office: published once for all parts that measure it.</summary>
static class PublishedProgram
{
    /// <summary>The folder of the published program; null where it could not be made, which the section then says.</summary>
    public static string? Folder(Workspace work, Section section)
    {
        var folder = Path.Combine(work.Folder, "published");
        if (Directory.Exists(folder)) return folder;
        var run = Tool.Run("dotnet", ["publish", Path.Combine(Places.Root, "src", "Analytics.Web"), "-c", "Release", "-o", folder, "-v", "quiet", "--nologo"]);
        // What compiled it stays running for a while otherwise, and is measured with it.
        Tool.Run("dotnet", ["build-server", "shutdown"]);
        if (run.ExitCode == 0) return folder;
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        section.Row("`dotnet publish`").Missing = run.LastErrorLine.Length > 0 ? run.LastErrorLine : run.Output.Split('\n').Last(l => l.Length > 0);
        return null;
    }
}
