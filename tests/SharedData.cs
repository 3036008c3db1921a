namespace Analytics.Tests;

/// <summary>Finds the example data that lies beside the repository, in <c>shared/data</c> of a folder above it.</summary>
static class SharedData
{
    /// <summary>The full path of a file or folder of the data; the test is skipped, and says why, where it is not there.</summary>
    public static string Require(string relative)
    {
        string? path = Above(SolutionFolder())
            .Select(folder => Path.Combine(folder.FullName, "shared", "data", relative))
            .FirstOrDefault(Path.Exists);
        if (path is null) Assert.Skip($"'{relative}' is not here: the folder shared/data was not found beside the repository.");
        return path;
    }

    static DirectoryInfo SolutionFolder() =>
        Above(new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "here")))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder.FullName, "Analytics.sln")))
        ?? throw new InvalidOperationException("Analytics.sln is in no folder above the tests.");

    static IEnumerable<DirectoryInfo> Above(DirectoryInfo start)
    {
        for (var folder = start.Parent; folder is not null; folder = folder.Parent) yield return folder;
    }
}
