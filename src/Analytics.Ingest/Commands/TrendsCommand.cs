using System.CommandLine;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Domain.Units;

namespace Analytics.Ingest.Commands;

/// <summary><c>trends --by …</c>: one row per group and round.</summary>
static class TrendsCommand
{
    static readonly Option<string> By = CreateBy();
    static readonly Option<string?> Round = new("--round") { Description = "Print only rows of this round" };
    static readonly Option<string> Boundaries = CreateBoundaries();

    static Option<string> CreateBy()
    {
        var option = new Option<string>("--by") { Description = "Grouping", Required = true };
        option.AcceptOnlyFromAmong("city", "district", "position", "district-position", "unit");
        return option;
    }

    static Option<string> CreateBoundaries()
    {
        var option = new Option<string>("--boundaries") { Description = "Units as they were at each round, or within today's boundaries (with --by unit)", DefaultValueFactory = _ => "reported" };
        option.AcceptOnlyFromAmong("reported", "today");
        return option;
    }

    public static Command Create()
    {
        var command = new Command("trends", "Print trend rows") { By, Round, Boundaries, AsOf.Option, RowOutput.Format };
        command.SetWork(Run);
        return command;
    }

    static int Run(ParseResult parse, CancellationToken ct)
    {
        var by = GroupKey.Parse(parse.GetValue(By)!)!.Value;
        var today = parse.GetValue(Boundaries) == "today";
        if (today && by != TrendBy.Unit) throw new UsageException("--boundaries today is about units; it goes with --by unit.");
        using var reader = StoreOptions.OpenToRead(parse).Read();
        var reference = ReferenceData.Load(reader.Db);
        var boundaries = today ? new PresentBoundaries(reference.Units, AsOf.DayOf(parse)) : null;
        var version = AsOf.VersionOf(parse, reader.Db);
        if (version is { } asOf) reader.Db.Version = asOf;
        var rows = version is null && by != TrendBy.Unit
            ? TrendQuery.Stored(reader.Db, reference, by)
            : TrendQuery.Computed(reader.Db, reference, by, boundaries, ct);
        if (parse.GetValue(Round) is { } code)
        {
            if (reference.Round(code) is null) throw new UsageException($"There is no round \"{code}\"; {StoreOptions.Known(reference)}.");
            rows = rows.Where(r => r.Round.Code == code).ToList();
        }
        RowOutput.Write(parse.GetValue(RowOutput.Format)!, TrendColumns.Names, rows.Select(TrendColumns.Values).ToList());
        return Cli.Done;
    }
}
