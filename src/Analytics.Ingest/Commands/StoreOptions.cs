using System.CommandLine;
using Analytics.Domain.Storage;

namespace Analytics.Ingest.Commands;

/// <summary>Options every command takes, and the store and folders they name.</summary>
static class StoreOptions
{
    public static Option<string?> Db { get; } = new("--db") { Description = "The store (as ANALYTICS_DB): a file path or a PostgreSQL connection string (Host=…). Default: data/app/analytics.db", Recursive = true };

    public static string AppFolder => Places.App(Environment.GetEnvironmentVariable("ANALYTICS_DATA"));

    public static Store Open(ParseResult parse) =>
        Store.At(parse.GetValue(Db) ?? Environment.GetEnvironmentVariable("ANALYTICS_DB"), AppFolder);

    /// <summary>The store of a command that writes: made when it is new.</summary>
    public static Store OpenToWrite(ParseResult parse)
    {
        var store = Open(parse);
        store.Prepare();
        return store;
    }

    /// <summary>The rounds there are, for a message about one that is not.</summary>
    public static string Known(ReferenceData reference) => reference.Rounds.Count == 0
        ? "no round is loaded yet"
        : "known: " + string.Join(", ", reference.Rounds.Select(r => r.Code));

    /// <summary>The store of a command that reads.</summary>
    /// <exception cref="StoreException">There is no store yet.</exception>
    public static Store OpenToRead(ParseResult parse)
    {
        var store = Open(parse);
        if (!store.Exists) throw new StoreException($"There is no store at {store.Name}. Load files with \"import\" first, or name another with --db.");
        store.Prepare();
        return store;
    }
}
