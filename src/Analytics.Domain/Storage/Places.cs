namespace Analytics.Domain.Storage;

/// <summary>
/// Where the installation keeps things: in a checkout the folder that holds <c>Analytics.sln</c>, in a published build
/// the folder of the program.
/// </summary>
public static class Places
{
    public static string Root { get; } = FindRoot();

    /// <summary>Reference data, sample, fonts; read only.</summary>
    public static string Data => Path.Combine(Root, "data");

    /// <summary>Inbox, archive, briefings, keys: <c>ANALYTICS_DATA</c>, else <c>data/app</c>.</summary>
    public static string App(string? setting) => Path.GetFullPath(string.IsNullOrWhiteSpace(setting) ? Path.Combine(Data, "app") : setting);

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Analytics.sln")))
                return folder.FullName;
        return AppContext.BaseDirectory;
    }
}
