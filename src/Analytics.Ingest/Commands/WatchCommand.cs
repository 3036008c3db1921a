using System.CommandLine;
using Analytics.Domain.Storage;
using Analytics.Ingest.Inbox;

namespace Analytics.Ingest.Commands;

/// <summary><c>watch</c>: the worker, until it is stopped.</summary>
static class WatchCommand
{
    public static Command Create()
    {
        var command = new Command("watch", "Load what appears in inbox/; stop with Ctrl+C");
        command.SetAction(Run);
        return command;
    }

    static async Task<int> Run(ParseResult parse, CancellationToken ct)
    {
        var store = StoreOptions.OpenToWrite(parse);
        using var alone = ServerLock.Take(store, "watch");
        var worker = new InboxWorker(store, StoreOptions.AppFolder, TimeProvider.System);
        Console.WriteLine($"Watching {worker.Inbox}");
        try
        {
            while (true)
            {
                foreach (var outcome in worker.Scan(ct))
                {
                    CommandOutput.WriteText(Console.Out, [outcome.Load], dry: false);
                    Console.WriteLine($"  moved to {outcome.MovedTo}");
                }
                await Task.Delay(TimeSpan.FromSeconds(1), ct);
            }
        }
        catch (OperationCanceledException)
        {
            return Cli.Done;
        }
    }
}
