using System.CommandLine;
using Analytics.Domain.FollowUp;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;

namespace Analytics.Ingest.Commands;

/// <summary><c>officials --round CODE</c>: one row per result, in file order of the first load.</summary>
static class OfficialsCommand
{
    static readonly string[] Columns =
    [
        "official", "official_code", "unit", "unit_name", "district", "position", "round", "regime", "base", "low", "favourable",
        "low_share", "low_lower", "low_upper", "approximate", "standing", "funnel_p", "funnel", "shrunken_low", "case",
    ];

    static readonly Option<string> Round = new("--round") { Description = "Code of the round", Required = true };

    public static Command Create()
    {
        var command = new Command("officials", "Print one row per result of a round") { Round, AsOf.Option, RowOutput.Format };
        command.SetWork(Run);
        return command;
    }

    static int Run(ParseResult parse, CancellationToken ct)
    {
        using var reader = StoreOptions.OpenToRead(parse).Read();
        var reference = ReferenceData.Load(reader.Db);
        var code = parse.GetValue(Round)!;
        var round = reference.Round(code)
            ?? throw new UsageException($"There is no round \"{code}\"; {StoreOptions.Known(reference)}.");
        IReadOnlyList<OfficialRow> rows;
        var cases = new Dictionary<int, CaseStage>();
        if (AsOf.VersionOf(parse, reader.Db) is { } version)
        {
            reader.Db.Version = version;
            rows = OfficialQuery.AsOf(reader.Db, reference, round, ct);
        }
        else
        {
            rows = OfficialQuery.OfRound(reader.Db, reference, round);
            cases = reader.Db.Cases.Where(c => c.RoundId == round.Id).Select(c => new { c.PersonId, c.Stage }).ToDictionary(c => c.PersonId, c => c.Stage);
        }
        RowOutput.Write(parse.GetValue(RowOutput.Format)!, Columns, rows.Select(r => Row(r, cases.TryGetValue(r.Result.PersonId, out var stage) ? stage.Code() : null)).ToList());
        return Cli.Done;
    }

    /// <param name="followUp">Stage of the person's follow-up; of an earlier day none is known.</param>
    static object?[] Row(OfficialRow r, string? followUp) =>
    [
        r.Result.OfficialName, r.OfficialCode, r.Unit.Code, r.Unit.Name, r.Area, r.Position.Code, r.Round.Code, r.Round.RegimeId,
        r.Base, r.Result.Low, r.Result.Counts.Favourable, r.LowShare, r.Interval?.Lower, r.Interval?.Upper,
        r.Approximate ? "yes" : null, r.Standing.Code, r.FunnelP, r.Funnel?.ToString().ToLowerInvariant(), r.ShrunkenLow, followUp,
    ];
}
