using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Domain.Storage;
using Analytics.Ingest.Loading;

namespace Analytics.Ingest.Commands;

/// <summary><c>withdraw IMPORT --reason TEXT</c>: takes results and roster rows of an import back, as a new version.</summary>
static class WithdrawCommand
{
    static readonly Argument<int> Import = new("import") { Description = "Number of the import, as \"import --json\" and the page of imports tell it" };
    static readonly Option<string> Reason = new("--reason") { Description = "Why the rows are taken back", Required = true };
    static readonly Option<int?> Row = new("--row") { Description = "Only the row of this number, as a person sees it in the file" };
    static readonly Option<string?> Sheet = new("--sheet") { Description = "The sheet of --row, where several sheets have that row" };
    static readonly Option<bool> Json = new("--json") { Description = "Print the outcome as JSON" };

    static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static Command Create()
    {
        var command = new Command("withdraw", "Take results or roster rows of an import back, as a new version") { Import, Reason, Row, Sheet, Json };
        command.SetWork(Run);
        return command;
    }

    static int Run(ParseResult parse, CancellationToken ct)
    {
        var reason = parse.GetValue(Reason);
        if (string.IsNullOrWhiteSpace(reason)) throw new UsageException("--reason is empty; expected why the rows are taken back. Nothing was done.");
        if (parse.GetValue(Sheet) is not null && parse.GetValue(Row) is null) throw new UsageException("--sheet goes with --row. Nothing was done.");
        var store = StoreOptions.OpenToRead(parse);
        var outcome = new Withdrawal(store, TimeProvider.System)
            .Run(new WithdrawalRequest(parse.GetValue(Import), reason, "command", parse.GetValue(Row), parse.GetValue(Sheet)), ct);
        Refuse(outcome, store, parse.GetValue(Row), parse.GetValue(Sheet));
        if (outcome.State == WithdrawalState.ReferenceData)
        {
            Console.Error.WriteLine($"Import {outcome.Import} ({outcome.File}) holds {outcome.Kind}: reference data cannot be withdrawn, only results and rosters. Correct it with import --replace --reason. Nothing changed.");
            return Cli.Refused;
        }
        if (parse.GetValue(Json)) WriteJson(outcome, parse.GetValue(Row), parse.GetValue(Sheet));
        else WriteText(outcome, parse.GetValue(Row));
        if (outcome.Failure is null) return Cli.Done;
        Console.Error.WriteLine(outcome.Failure);
        return Cli.WrongUsage;
    }

    /// <exception cref="UsageException">What was named is not there, or not one.</exception>
    static void Refuse(WithdrawalOutcome outcome, Store store, int? row, string? sheet)
    {
        var place = sheet is null ? $"row {row}" : $"row {row} in sheet \"{sheet}\"";
        switch (outcome.State)
        {
            case WithdrawalState.UnknownImport:
                throw new UsageException($"There is no import {outcome.Import}; {Known(store)}. Nothing was done.");
            case WithdrawalState.UnknownRow:
                throw new UsageException($"Import {outcome.Import} ({outcome.File}) holds no {place}{Elsewhere(outcome)}. Rows that were unchanged or rejected when the file was loaded are not held by it. Nothing was done.");
            case WithdrawalState.SheetNeeded:
                throw new UsageException($"Import {outcome.Import} ({outcome.File}) holds row {row} in several sheets: {Quoted(outcome.Sheets)}. Say which with --sheet. Nothing was done.");
        }
    }

    static string Known(Store store)
    {
        using var reader = store.Read();
        return reader.Db.Imports.Max(i => (int?)i.Id) is { } last ? string.Create(CultureInfo.InvariantCulture, $"the last one has the number {last}") : "nothing was imported yet";
    }

    static string Elsewhere(WithdrawalOutcome outcome) => outcome.Sheets.Count == 0 ? "" : $"; it is in {Quoted(outcome.Sheets)}";

    static string Counted(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"\"{n}\""));

    static void WriteText(WithdrawalOutcome o, int? row)
    {
        var what = $"Import {o.Import} ({o.File}){(row is null ? "" : $", row {row}")}";
        Console.WriteLine(o.State switch
        {
            WithdrawalState.NeverLoaded => $"{what}: nothing to withdraw, the file was refused and none of its rows was loaded.",
            WithdrawalState.NothingCurrent => $"{what}: nothing to withdraw, {(row is null ? "none of its rows" : "the row")} is current any more; withdrawn or corrected before.",
            _ => $"{what}: {(o.Results > 0 ? Counted(o.Results, "result") : Counted(o.Roster, "roster row"))} withdrawn",
        });
        if (o.Corrections > 0)
            Console.WriteLine($"  {o.Corrections} of them had corrected rows of import {string.Join(", ", o.EarlierImports)}, which do not come back by themselves: load the earlier file again.");
        if (o.Version is { } version) Console.WriteLine($"  published as version {version}");
    }

    static void WriteJson(WithdrawalOutcome o, int? row, string? sheet) => Console.WriteLine(JsonSerializer.Serialize(new
    {
        import = o.Import,
        file = o.File,
        kind = o.Kind,
        row,
        sheet,
        results = o.Results,
        roster = o.Roster,
        corrections = o.Corrections,
        earlier = o.EarlierImports,
        version = o.Version,
    }, Relaxed));
}
