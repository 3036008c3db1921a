using System.Globalization;

namespace Analytics.Domain.Storage;

/// <summary>How long a writer of another process is waited for: 30 seconds, or what <c>ANALYTICS_BUSY_SECONDS</c> says.</summary>
static class BusyPatience
{
    const int Most = 600;

    /// <exception cref="StoreException">The setting is not a whole number of seconds from 1 to 600.</exception>
    public static int Seconds()
    {
        var setting = Environment.GetEnvironmentVariable("ANALYTICS_BUSY_SECONDS");
        if (string.IsNullOrWhiteSpace(setting)) return 30;
        if (int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= Most) return seconds;
        throw new StoreException($"ANALYTICS_BUSY_SECONDS is \"{setting}\"; expected a whole number of seconds from 1 to {Most}.");
    }
}
