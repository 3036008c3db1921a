using System.CommandLine;
using Analytics.Domain.Storage;
using Analytics.Ingest.Loading;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Commands;

/// <summary><c>import FILE…</c> and <c>check FILE…</c>.</summary>
static class ImportCommand
{
    static readonly Argument<string[]> Files = new("files") { Description = "CSV or XLSX files", Arity = ArgumentArity.OneOrMore };
    static readonly Option<string?> Kind = new("--kind") { Description = "Kind of the files: " + string.Join(", ", Kinds.All) };
    static readonly Option<string?> Round = new("--round") { Description = "Round of result files that have no round column" };
    static readonly Option<bool> AcceptValid = new("--accept-valid") { Description = "Load the good rows of a file that also has bad ones" };
    static readonly Option<bool> Replace = new("--replace") { Description = "Accept corrections of what is loaded; needs --reason" };
    static readonly Option<string?> Reason = new("--reason") { Description = "Why rows are replaced" };
    static readonly Option<string?> Problems = new("--problems") { Description = "Write every problem to this CSV file" };
    static readonly Option<bool> Json = new("--json") { Description = "Print the outcome as JSON" };

    public static Command Import() => Create("import", "Load files; all of a file or nothing", dry: false);

    public static Command Check() => Create("check", "The same as import without writing; files of one call see each other", dry: true);

    static Command Create(string name, string description, bool dry)
    {
        var command = new Command(name, description) { Files, Kind, Round, AcceptValid, Replace, Reason, Problems, Json };
        command.SetAction((parse, ct) => Task.FromResult(Run(parse, dry, ct)));
        return command;
    }

    static int Run(ParseResult parse, bool dry, CancellationToken ct)
    {
        var paths = parse.GetValue(Files)!;
        var kind = ParseKind(parse.GetValue(Kind));
        var options = new LoadOptions("command", parse.GetValue(AcceptValid), ReasonOf(parse), DryRun: dry);
        foreach (var path in paths)
            if (!File.Exists(path)) throw new UsageException($"There is no file \"{path}\". Nothing was {(dry ? "checked" : "loaded")}.");

        using var target = dry ? CheckStore.Open(parse) : CheckStore.Real(StoreOptions.OpenToWrite(parse));
        using var progress = new TerminalProgress();
        var importer = new Importer(target.Store, new Archive(StoreOptions.AppFolder), TimeProvider.System);
        var outcomes = importer.Run(paths.Select(p => new InputFile(p, Path.GetFileName(p))).ToList(), kind, parse.GetValue(Round), options, progress, ct);
        progress.Dispose();

        if (parse.GetValue(Problems) is { } problemFile) CommandOutput.WriteProblemFile(problemFile, outcomes);
        if (parse.GetValue(Json)) CommandOutput.WriteJson(Console.Out, outcomes);
        else CommandOutput.WriteText(Console.Out, outcomes, dry);
        return outcomes.Any(o => o.Refused) ? Cli.Refused : Cli.Done;
    }

    static FileKind? ParseKind(string? word) => word is null ? null
        : Kinds.Parse(word) ?? throw new UsageException($"\"{word}\" is not a kind of file; expected one of {string.Join(", ", Kinds.All)}.");

    static string? ReasonOf(ParseResult parse) => (parse.GetValue(Replace), parse.GetValue(Reason)) switch
    {
        (true, { } reason) when !string.IsNullOrWhiteSpace(reason) => reason.Trim(),
        (true, _) => throw new UsageException("--replace needs --reason TEXT: a correction is kept with why it was made."),
        (false, not null) => throw new UsageException("--reason goes with --replace."),
        _ => null,
    };
}

/// <summary>The store a call works on. A check without a store works on one of its own that is thrown away.</summary>
sealed class CheckStore : IDisposable
{
    readonly string? folder;

    CheckStore(Store store, string? folder) => (Store, this.folder) = (store, folder);

    public Store Store { get; }

    public static CheckStore Real(Store store) => new(store, null);

    public static CheckStore Open(ParseResult parse)
    {
        var store = StoreOptions.Open(parse);
        if (store.Exists) return Real(store);
        var folder = Directory.CreateTempSubdirectory("analytics-check-").FullName;
        var temporary = Store.At(Path.Combine(folder, "check.db"), folder);
        temporary.Prepare();
        return new(temporary, folder);
    }

    public void Dispose()
    {
        if (folder is null) return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
