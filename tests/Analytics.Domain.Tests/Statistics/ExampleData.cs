using System.Globalization;

namespace Analytics.Domain.Tests.Statistics;

/// <summary>One row of results.csv; a base of null is missing, exempt or 0.</summary>
sealed record ExampleResult(string Round, string Unit, string Position, string Official, int Low, int? Base);

/// <summary>A round with its family and its place in time.</summary>
sealed record ExampleRound(string Code, string Family, double Years);

/// <summary>A folder of the shared example data: what was counted, and what R makes of it.</summary>
sealed class ExampleData
{
    // family and base of the regimes; low ballots are those of whichever column the options have
    static readonly Dictionary<string, (string Family, string Base)> Regimes = new()
    {
        ["VFF-2003"] = ("front", "collected"),
        ["VFF-2007"] = ("front", "collected"),
        ["NA-35"] = ("council-d", "delegates"),
        ["NA-85"] = ("council-d", "delegates"),
        ["NA-96"] = ("council-b", "collected"),
        ["PARTY-262"] = ("party", "collected"),
        ["PARTY-96"] = ("party", "collected"),
        ["CITY-2026"] = ("city", "collected"),
        ["VOTE"] = ("decisive", "delegates"),
    };

    readonly Dictionary<string, (string Level, string Parent)> _units;

    public ExampleData(string folder)
    {
        _units = Read(folder, "units.csv").ToDictionary(row => row["code"], row => (row["level"], row["parent"]));
        var rounds = Read(folder, "rounds.csv");
        Rounds = rounds
            .Select(row => new ExampleRound(row["code"], Regimes[row["regime"]].Family, Years(row["held_from"])))
            .OrderBy(round => round.Years).ThenBy(round => round.Code, StringComparer.Ordinal).ToList();
        var bases = rounds.ToDictionary(row => row["code"], row => Regimes[row["regime"]].Base);
        Results = Read(folder, "results.csv").Select(row => new ExampleResult(
            row["round"], row["unit"], row["position"], row["official"],
            Count(row, "no_confidence") ?? Count(row, "low") ?? 0,
            row.GetValueOrDefault("exempt") is null or "" && Count(row, bases[row["round"]]) is > 0 and int n ? n : null)).ToList();
        Trends = Read(folder, "expected-trends.csv");
        Officials = Read(folder, "expected-officials.csv");
    }

    public List<ExampleRound> Rounds { get; }
    public List<ExampleResult> Results { get; }
    public List<Dictionary<string, string>> Trends { get; }
    public List<Dictionary<string, string>> Officials { get; }

    /// <summary>The unit's nearest ancestor of a level, the unit itself included.</summary>
    public string Ancestor(string unit, string level)
    {
        while (_units[unit].Level != level) unit = _units[unit].Parent;
        return unit;
    }

    static double Years(string date) =>
        DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber / 365.25;

    static int? Count(Dictionary<string, string> row, string column) =>
        row.GetValueOrDefault(column) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    static List<Dictionary<string, string>> Read(string folder, string file)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, file));
        var header = Cells(lines[0]);
        return lines.Skip(1).Select(line => header.Zip(Cells(line)).ToDictionary(cell => cell.First, cell => cell.Second)).ToList();
    }

    // Every second piece between quotes is quoted text: only the commas of the others divide cells.
    static string[] Cells(string line) =>
        string.Concat(line.Split('"').Select((piece, i) => i % 2 == 0 ? piece.Replace(',', '\t') : piece)).Split('\t');
}
