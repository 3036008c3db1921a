using System.CommandLine;
using Analytics.Domain.Trends;

namespace Analytics.Ingest.Commands;

/// <summary><c>refresh</c>: recomputes what is stale, or everything.</summary>
static class RefreshCommand
{
    static readonly Option<bool> All = new("--all") { Description = "Recompute everything" };

    public static Command Create()
    {
        var command = new Command("refresh", "Recompute stale trends and publish") { All };
        command.SetWork((parse, ct) =>
        {
            var outcome = TrendRefresh.Run(StoreOptions.OpenToWrite(parse), TimeProvider.System, parse.GetValue(All), ct);
            Console.WriteLine(outcome.Published
                ? $"Published version {outcome.Version}: {outcome.Groups} trend rows computed."
                : "Nothing was stale.");
            return Cli.Done;
        });
        return command;
    }
}
