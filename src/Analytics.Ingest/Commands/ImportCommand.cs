using System.CommandLine;
using Analytics.Domain.Storage;
using Analytics.Ingest.Loading;
using Analytics.Ingest.Marking;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Commands;

/// <summary><c>import FILE…</c> and <c>check FILE…</c>.</summary>
static class ImportCommand
{
    static readonly Argument<string[]> Files = new("files") { Description = "CSV or XLSX files", Arity = ArgumentArity.OneOrMore };
    static readonly Option<string?> Kind = new("--kind") { Description = "Kind of the files: " + string.Join(", ", Kinds.All) };
    static readonly Option<string?> Round = new("--round") { Description = "Round of result files that have no round column" };
    static readonly Option<bool> AcceptValid = new("--accept-valid") { Description = "Load the good rows of a file that also has bad ones" };
    static readonly Option<bool> Replace = new("--replace") { Description = "Accept corrections of what is loaded; import needs --reason, check prints what would change" };
    static readonly Option<string?> Reason = new("--reason") { Description = "Why rows are replaced" };
    static readonly Option<string?> Problems = new("--problems") { Description = "Write every problem to this CSV file" };
    static readonly Option<string?> Marked = new("--marked") { Description = "Write the file as XLSX with its faulty cells coloured and commented (one file)" };
    static readonly Option<bool> Json = new("--json") { Description = "Print the outcome as JSON" };

    public static Command Import() => Create("import", "Load files; all of a file or nothing", dry: false);

    public static Command Check() => Create("check", "The same as import without writing; files of one call see each other", dry: true);

    static Command Create(string name, string description, bool dry)
    {
        var command = new Command(name, description) { Files, Kind, Round, AcceptValid, Replace, Reason, Problems, Marked, Json };
        command.SetWork((parse, ct) => Run(parse, dry, ct));
        return command;
    }

    static int Run(ParseResult parse, bool dry, CancellationToken ct)
    {
        var paths = parse.GetValue(Files)!;
        RefuseOptionsAmong(paths);
        var kind = ParseKind(parse.GetValue(Kind));
        var options = new LoadOptions("command", parse.GetValue(AcceptValid), ReasonOf(parse, dry), DryRun: dry);
        if (!paths.Any(File.Exists)) throw new UsageException($"There is no file {string.Join(", ", paths.Select(p => $"\"{p}\""))}. Nothing was {(dry ? "checked" : "loaded")}.");

        // Opened before anything is loaded, so that a path that cannot be written does not cost the report.
        using var problemFile = parse.GetValue(Problems) is { } path ? OpenReport("--problems", path, paths, CommandOutput.OpenProblemFile) : null;
        if (parse.GetValue(Marked) is not null && paths.Length > 1) throw new UsageException("--marked goes with one file; give the files one by one. Nothing was done.");
        using var markedFile = parse.GetValue(Marked) is { } marked ? OpenReport("--marked", marked, paths, File.Create) : null;
        var previews = dry && options.Replace;
        using var progress = new TerminalProgress();
        // Making a new store and reading a large file take about as long, and neither needs the other.
        var reading = Task.Run(() => ReadFile.All(paths.Select(p => new InputFile(p, Path.GetFileName(p))).ToList(), kind, progress, ct), ct);
        using var target = dry ? CheckStore.Open(parse, inside: previews || paths.Length > 1) : CheckStore.Real(StoreOptions.OpenToWrite(parse));
        var importer = new Importer(target.Store, new Archive(StoreOptions.AppFolder), TimeProvider.System);
        var files = reading.GetAwaiter().GetResult();
        var preview = previews ? importer.Preview(files, parse.GetValue(Round), options, int.MaxValue, progress, ct) : null;
        var outcomes = preview?.Files.Select(f => f.Outcome).ToList() ?? importer.Run(files, parse.GetValue(Round), options, progress, ct);
        progress.Dispose();

        if (problemFile is not null) CommandOutput.WriteProblems(problemFile, outcomes);
        if (markedFile is not null) WriteMarked(markedFile, paths[0], kind, outcomes[0], ct);
        if (parse.GetValue(Json)) CommandOutput.WriteJson(Console.Out, outcomes, dry ? i => PreviewOutput.Json(preview, i) : null);
        else CommandOutput.WriteText(Console.Out, outcomes, dry);
        if (preview is not null && !parse.GetValue(Json)) PreviewOutput.WriteText(Console.Out, preview);
        foreach (var o in outcomes)
            if (o.Failure is { } failure) Console.Error.WriteLine($"{o.File}: {failure}");
        return outcomes.Any(o => o.Failure is not null) ? Cli.WrongUsage : outcomes.Any(o => o.Refused) ? Cli.Refused : Cli.Done;
    }

    /// <summary>What looks like an option and is no file is a slip, and loading the rest would not be what was meant.</summary>
    static void RefuseOptionsAmong(string[] paths)
    {
        if (paths.FirstOrDefault(p => p.StartsWith('-') && !File.Exists(p)) is { } slip)
            throw new UsageException($"\"{slip}\" is neither an option of this command nor a file. Nothing was done. See --help.");
    }

    static T OpenReport<T>(string option, string path, string[] inputs, Func<string, T> open)
    {
        if (inputs.Any(i => Path.GetFullPath(i) == Path.GetFullPath(path)))
            throw new UsageException($"{option} names \"{path}\", which is one of the files to read. Name another file.");
        try
        {
            return open(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option} \"{path}\" cannot be written: {e.Message} Nothing was done.");
        }
    }

    static void WriteMarked(FileStream target, string path, FileKind? kind, LoadOutcome outcome, CancellationToken ct)
    {
        var workbook = File.Exists(path) ? MarkedWorkbook.Of(FileReader.Read(path, kind, ct), outcome.Problems, ct) : null;
        if (workbook is not null) target.Write(workbook);
        else
            Console.Error.WriteLine($"Nothing was marked: the file cannot be read as rows, or has more than {MarkedWorkbook.MostRows} of them.");
    }

    static FileKind? ParseKind(string? word) => word is null ? null
        : Kinds.Parse(word) ?? throw new UsageException($"\"{word}\" is not a kind of file; expected one of {string.Join(", ", Kinds.All)}.");

    /// <summary>Null: nothing is replaced. A check keeps nothing, so it needs no reason.</summary>
    static string? ReasonOf(ParseResult parse, bool dry) => (parse.GetValue(Replace), parse.GetValue(Reason)) switch
    {
        (true, { } reason) when !string.IsNullOrWhiteSpace(reason) => reason.Trim(),
        (true, null) when dry => "",
        (true, _) => throw new UsageException("--replace needs --reason TEXT: a correction is kept with why it was made."),
        (false, not null) => throw new UsageException("--reason goes with --replace."),
        _ => null,
    };
}
