using System.CommandLine;
using Analytics.Domain.Storage;
using Analytics.Ingest.Templates;

namespace Analytics.Ingest.Commands;

/// <summary><c>template --round CODE --out FILE.xlsx</c>: a workbook to fill in the results of a round.</summary>
static class TemplateCommand
{
    static readonly Option<string> Round = new("--round") { Description = "Code of the round", Required = true };
    static readonly Option<string> Out = new("--out") { Description = "XLSX file to write", Required = true };
    static readonly Option<string?> District = new("--district") { Description = "Only this area or unit, by its code" };

    public static Command Create()
    {
        var command = new Command("template", "Write a workbook to fill in the results of a round, from its roster") { Round, Out, District };
        command.SetWork((parse, _) => Run(parse));
        return command;
    }

    static int Run(ParseResult parse)
    {
        using var reader = StoreOptions.OpenToRead(parse).Read();
        var reference = ReferenceData.Load(reader.Db);
        var code = parse.GetValue(Round)!;
        var round = reference.Round(code) ?? throw new UsageException($"There is no round \"{code}\"; {StoreOptions.Known(reference)}.");
        var district = parse.GetValue(District);
        var rows = TemplateRows.Of(reader.Db, reference, round, district);
        if (rows.Count == 0) throw new UsageException($"Nobody is to be voted on in round \"{code}\"{(district is null ? "" : $" in \"{district}\"")}; nothing was written.");
        File.WriteAllBytes(parse.GetValue(Out)!, RoundTemplate.Write(round, reference.RegimeOf(round), district is null ? null : reference.Units.Nearest(district, round.HeldFrom)?.Name ?? district, rows));
        Console.WriteLine($"{parse.GetValue(Out)}: {rows.Count} rows");
        return Cli.Done;
    }
}
