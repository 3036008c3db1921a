using Hangfire.Logging;

namespace Analytics.Web.Jobs;

/// <summary>
/// Hangfire's own log lines into ours. Its log provider is a static that the last host of a process sets, so loggers are
/// made per line and a host that is gone is no reason to fail.
/// </summary>
sealed class HangfireLog(ILoggerFactory factory) : ILogProvider, ILog
{
    public ILog GetLogger(string name) => this;

    public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null)
    {
        var level = (Microsoft.Extensions.Logging.LogLevel)(int)logLevel;
        try
        {
            var logger = factory.CreateLogger("Hangfire");
            if (messageFunc is null) return logger.IsEnabled(level);
            if (logger.IsEnabled(level)) Write(logger, level, messageFunc(), exception);
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    // The level comes from Hangfire, so no generated method fits.
#pragma warning disable CA1848, CA1873, CA2254
    static void Write(ILogger logger, Microsoft.Extensions.Logging.LogLevel level, string message, Exception? exception) =>
        logger.Log(level, exception, "{Message}", message);
#pragma warning restore CA1848, CA1873, CA2254
}
