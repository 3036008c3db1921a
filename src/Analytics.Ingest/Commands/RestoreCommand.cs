using System.CommandLine;
using System.Globalization;
using Analytics.Ingest.Backups;

namespace Analytics.Ingest.Commands;

/// <summary><c>restore FILE</c>: puts a backup back, complete or not at all.</summary>
static class RestoreCommand
{
    static readonly Argument<string> Source = new("file") { Description = "A file that \"backup\" wrote" };
    static readonly Option<bool> Force = new("--force") { Description = "Replace the store that is there; it is kept beside" };

    public static Command Create()
    {
        var command = new Command("restore", "Put a backup into the place of the store and its folders") { Source, Force };
        command.SetWork(Run);
        return command;
    }

    static int Run(ParseResult parse, CancellationToken ct)
    {
        var store = StoreOptions.Open(parse);
        var path = parse.GetValue(Source)!;
        if (Directory.Exists(path)) throw new UsageException($"\"{path}\" is a folder; expected a file that \"backup\" wrote.");
        if (!File.Exists(path)) throw new UsageException($"There is no file \"{path}\". Nothing was done.");
        try
        {
            using var backup = BackupFile.Open(path, ct);
            var kept = new Restoration(store, StoreOptions.AppFolder, TimeProvider.System).Run(backup, parse.GetValue(Force), ct);
            var manifest = backup.Manifest;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{store.Name}: data version {manifest.DataVersion} as of {manifest.At:yyyy-MM-dd HH:mm:ss} UTC, the store and {manifest.Entries.Count - 1} files"));
            if (kept is not null) Console.WriteLine($"  the store that was there is kept as {kept}");
            return Cli.Done;
        }
        catch (BackupException e)
        {
            Console.Error.WriteLine(e.Message);
            return Cli.Refused;
        }
    }
}
