using System.CommandLine;
using System.Data.Common;
using Analytics.Domain.Storage;
using Analytics.Ingest.Loading;

namespace Analytics.Ingest.Commands;

/// <summary><c>verify</c>: checks the store; exit code 1 when anything is wrong.</summary>
static class VerifyCommand
{
    public static Command Create()
    {
        var command = new Command("verify", "Check the store: file, references, versions, trends, archive");
        command.SetWork(Run);
        return command;
    }

    static int Run(ParseResult parse, CancellationToken ct)
    {
        var wrong = 0;
        try
        {
            using var reader = StoreOptions.OpenToRead(parse).Read();
            foreach (var (check, found) in new StoreVerification(reader, new Archive(StoreOptions.AppFolder)).Run(ct))
            {
                Console.WriteLine(found.Count == 0 ? $"ok     {check}" : $"WRONG  {check}: {string.Join("; ", found)}");
                wrong += found.Count;
            }
        }
        // So damaged that a check could not even be made.
        catch (DbException e) when (StoreFaults.IsDamage(e))
        {
            Console.WriteLine($"WRONG  database file: {e.Message}. Put back a backup.");
            wrong++;
        }
        return wrong > 0 ? Cli.Refused : Cli.Done;
    }
}
