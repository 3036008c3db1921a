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
        command.SetWork(Run);
        return command;
    }

    static int Run(ParseResult parse, CancellationToken ct)
    {
        var store = StoreOptions.OpenToWrite(parse);
        using var alone = ServerLock.Take(store, "watch");
        var worker = new InboxWorker(store, StoreOptions.AppFolder, TimeProvider.System);
        Console.WriteLine($"Watching {worker.Inbox}");
        try
        {
            do
                foreach (var outcome in worker.Scan(ct)) Tell(outcome);
            while (!ct.WaitHandle.WaitOne(TimeSpan.FromSeconds(1)));
        }
        catch (OperationCanceledException)
        {
            // Asked to stop in the middle of a file: it stays in the inbox, whole.
        }
        return Cli.Done;
    }

    static void Tell(InboxOutcome outcome)
    {
        CommandOutput.WriteText(Console.Out, [outcome.Load], dry: false);
        if (outcome.Load.Failure is { } failure) Console.Error.WriteLine($"{outcome.Load.File}: {failure}");
        Console.WriteLine(outcome.MovedTo is { } place ? $"  moved to {place}" : "  left in the inbox, tried again later");
    }
}
