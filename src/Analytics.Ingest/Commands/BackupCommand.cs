using System.CommandLine;
using System.Globalization;
using Analytics.Domain.Storage;
using Analytics.Domain.Storage.Sqlite;
using Analytics.Ingest.Backups;

namespace Analytics.Ingest.Commands;

/// <summary><c>backup FILE</c>: a consistent copy of the whole installation, made while it runs.</summary>
static class BackupCommand
{
    static readonly Argument<string> Target = new("file") { Description = "File to write, a ZIP" };
    static readonly Option<bool> Force = new("--force") { Description = "Replace FILE where it exists" };

    public static Command Create()
    {
        var command = new Command("backup", "Copy store, archive, briefings and keys into one file, while the program runs") { Target, Force };
        command.SetWork(Run);
        return command;
    }

    static int Run(ParseResult parse, CancellationToken ct)
    {
        var store = StoreOptions.Open(parse);
        var path = Path.GetFullPath(parse.GetValue(Target)!);
        Check(path, store, parse.GetValue(Force));
        var outcome = new Backup(store, StoreOptions.AppFolder, TimeProvider.System).Write(path, ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{path}: data version {outcome.Manifest.DataVersion}, the store and {outcome.Manifest.Entries.Count - 1} files, {outcome.Bytes} bytes"));
        foreach (var wrong in outcome.Wrong) Console.WriteLine($"WRONG  {wrong}");
        if (outcome.Wrong.Count == 0) return Cli.Done;
        Console.Error.WriteLine("The backup was made and holds what there is, but the installation is not as it should be; \"verify\" says more.");
        return Cli.Refused;
    }

    static void Check(string path, Store store, bool force)
    {
        if (!store.Exists || (store is SqliteStore file && new FileInfo(file.FilePath).Length == 0)) throw new StoreException($"There is no store at {store.Name}; there is nothing to back up.");
        // Tells a file that is no store of ours. One that waits for an upgrade is copied as it is.
        _ = store.IsCurrent();
        if (Directory.Exists(path)) throw new UsageException($"\"{path}\" is a folder; expected a file to write.");
        if (!Directory.Exists(Path.GetDirectoryName(path))) throw new UsageException($"There is no folder \"{Path.GetDirectoryName(path)}\" to write the backup into.");
        if (path == store.Name) throw new UsageException($"\"{path}\" is the store itself. Name another file.");
        if (File.Exists(path) && !force) throw new UsageException($"There is a file \"{path}\" already. It was not changed; --force replaces it.");
    }
}
