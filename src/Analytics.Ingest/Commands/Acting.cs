using System.CommandLine;

namespace Analytics.Ingest.Commands;

/// <summary>How commands act.</summary>
static class Acting
{
    /// <summary>
    /// Runs the work beside the thread that parses, so that Ctrl+C and SIGTERM reach its token from the first moment on.
    /// </summary>
    public static void SetWork(this Command command, Func<ParseResult, CancellationToken, int> work) =>
        command.SetAction((parse, ct) => Task.Run(() => work(parse, ct), CancellationToken.None));
}
