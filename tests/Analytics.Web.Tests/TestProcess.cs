using System.Runtime.CompilerServices;

namespace Analytics.Web.Tests;

/// <summary>What holds for every host of the tests' process.</summary>
static class TestProcess
{
    /// <summary>
    /// A system gives a user few watches of files (128 on Debian), a host takes one for its settings and one for the versions of its static
    /// files, which outlives it, and hundreds of hosts are made here. So settings are read once and static files are looked at by the clock.
    /// </summary>
    [ModuleInitializer]
    internal static void WatchNoFiles()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
    }
}
