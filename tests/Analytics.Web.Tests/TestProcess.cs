using System.Runtime.CompilerServices;

namespace Analytics.Web.Tests;

/// <summary>What holds for every host of the tests' process.</summary>
static class TestProcess
{
    /// <summary>
    /// Settings are read once at start and nothing is done with later ones, so no host watches its files: a system gives a user a
    /// bounded number of watches (128 on Debian), and hundreds of hosts are made here.
    /// </summary>
    [ModuleInitializer]
    internal static void DoNotWatchSettings() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
