using System.Globalization;
using System.Text;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>
/// Hanoi's 526 communes became 126 on 1 July 2025, 199 of them divided: within today's boundaries a ballot goes with a commune that
/// went whole, stays with one that did not, and is counted once either way.
/// </summary>
public sealed class BoundariesTests : IDisposable
{
    const int Ballots = 50;

    readonly CommandRun command = new();

    public void Dispose() => command.Dispose();

    static int LowOf(int number) => number % 7;

    /// <summary>One chair for each commune of a year, in the order of the file.</summary>
    List<string> Load()
    {
        var changes = CsvRows.ReadFile(SharedData.Require("units/changes-hanoi-2025.csv"));
        var old = changes.Select(c => c["from_code"]).Distinct().ToList();
        File.WriteAllText(Path.Combine(command.Folder, "positions.csv"), "code,name_vi,body,sort\nPPC-CHAIR,Chủ tịch UBND,UBND,1\n");
        File.WriteAllText(Path.Combine(command.Folder, "rounds.csv"), """
            code,name_vi,name_en,regime,held_from,held_to,due,level,sample
            R-2024,Đợt 2024,,CITY-2026,2024-12-01,2024-12-31,,commune,yes
            R-2026,Đợt 2026,,CITY-2026,2026-10-01,2026-10-31,,commune,yes

            """);
        var results = new StringBuilder("round,unit,position,official,collected,high,confidence,low\n");
        void Add(string round, string unit, int number) =>
            results.Append(CultureInfo.InvariantCulture, $"{round},{unit},PPC-CHAIR,Người {unit} {round},{Ballots},{Ballots - LowOf(number)},0,{LowOf(number)}\n");
        for (var i = 0; i < old.Count; i++) Add("R-2024", old[i], i);
        foreach (var unit in changes.Select(c => c["to_code"]).Distinct()) Add("R-2026", unit, 3);
        File.WriteAllText(Path.Combine(command.Folder, "results.csv"), results.ToString());
        command.Run(["import", SharedData.Require("units/units.csv"), SharedData.Require("units/changes-hanoi-2025.csv"),
            .. new[] { "positions", "rounds", "results" }.Select(n => Path.Combine(command.Folder, n + ".csv"))]).Ends(0);
        return old;
    }

    List<Dictionary<string, string>> Trends(params string[] more) => CsvRows.ReadText(command.Run(["trends", "--by", "unit", "--format", "csv", .. more]).Ends(0).Output);

    static int Sum(IEnumerable<Dictionary<string, string>> rows, string column) => rows.Sum(r => int.Parse(r[column], CultureInfo.InvariantCulture));

    [Fact]
    public void Every_ballot_is_counted_once_whichever_boundaries()
    {
        var old = Load();
        var (reported, today) = (Trends(), Trends("--boundaries", "today"));
        Assert.Equal((526, 126), (reported.Count(r => r["round"] == "R-2024"), reported.Count(r => r["round"] == "R-2026")));
        // 327 communes went whole into 97 of the new ones; 199 stay under their own names.
        Assert.Equal((97 + 199, 126), (today.Count(r => r["round"] == "R-2024"), today.Count(r => r["round"] == "R-2026")));
        foreach (var column in new[] { "officials", "base", "low" })
            Assert.Equal(Sum(reported, column), Sum(today, column));
        Assert.Equal(526 * Ballots, Sum(today.Where(r => r["round"] == "R-2024"), "base"));

        var changes = CsvRows.ReadFile(SharedData.Require("units/changes-hanoi-2025.csv"));
        var whole = changes.GroupBy(c => c["to_code"]).Where(g => g.All(c => c["whole"] == "yes")).ToList();
        Assert.Equal(26, whole.Count);
        foreach (var unit in whole)
        {
            var row = today.Single(r => r["round"] == "R-2024" && (r["key"] == unit.Key || r["key"] == unit.Key + "@2025-07-01"));
            Assert.Equal((unit.Count() * Ballots, unit.Sum(c => LowOf(old.IndexOf(c["from_code"])))),
                (int.Parse(row["base"], CultureInfo.InvariantCulture), int.Parse(row["low"], CultureInfo.InvariantCulture)));
        }
    }

    [Fact]
    public void Other_groupings_are_not_asked_within_todays_boundaries()
    {
        var refused = command.Run("trends", "--by", "city", "--boundaries", "today");
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("--by unit", refused.Error, StringComparison.Ordinal);
    }
}
