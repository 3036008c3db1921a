namespace Analytics.Ingest.Tests.Samples;

/// <summary>The contract's rules on references and counts: what they refuse must not be in the files, whatever the seed and scale.</summary>
public class SampleRulesTests(DemoSample demo, OtherSeed other, CitySample city)
    : IClassFixture<DemoSample>, IClassFixture<OtherSeed>, IClassFixture<CitySample>
{
    static readonly int[] Years = [2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026];

    SampleFolder Sample(string which) => which switch { "demo" => demo, "other seed" => other, _ => city };

    [Theory, InlineData("demo"), InlineData("other seed"), InlineData("city")]
    public void Ballots_add_up(string which)
    {
        foreach (var row in Years.SelectMany(Sample(which).Votes))
        {
            Assert.InRange(row.Int("present"), 1, row.Int("invited"));
            Assert.Equal(row.Int("present"), row.Int("issued"));
            Assert.InRange(row.Int("collected"), row.Int("valid"), row.Int("issued"));
            Assert.Equal(row.Int("collected"), row.Int("valid") + row.Int("invalid"));
            Assert.InRange(row.Low() + row.Favourable(), 1, row.Int("valid"));
            Assert.All([row.Int("invalid"), row.Low(), row.Favourable(), row.Int("confidence")], count => Assert.True(count >= 0));
        }
    }

    [Theory, InlineData("demo"), InlineData("other seed"), InlineData("city")]
    public void Exempt_rows_have_a_reason_and_no_counts(string which)
    {
        var exempt = Years.SelectMany(year => Sample(which).Rows($"results-{year}.csv")).Where(row => row["exempt"].Length > 0).ToList();
        Assert.NotEmpty(exempt);
        Assert.All(exempt, row => Assert.All(
            ["invited", "present", "issued", "collected", "valid", "invalid", "confidence"], column => Assert.Equal("", row[column])));
    }

    [Theory, InlineData("demo"), InlineData("other seed"), InlineData("city")]
    public void Every_unit_is_valid_when_it_votes_and_every_vote_lies_in_its_round_but_one_units(string which)
    {
        var units = Sample(which).Rows("units.csv").ToLookup(unit => unit["code"]);
        var rounds = Sample(which).Rows("rounds.csv").ToDictionary(round => round["code"]);
        var outside = new HashSet<string>();
        foreach (var row in Years.SelectMany(year => Sample(which).Rows($"results-{year}.csv")))
        {
            var unit = Assert.Single(units[row["unit"]], unit => ValidOn(unit, row["held_on"]));
            Assert.Equal("commune", unit["level"]);
            var round = rounds[row["round"]];
            if (string.CompareOrdinal(row["held_on"], round["held_from"]) < 0 || string.CompareOrdinal(row["held_on"], round["held_to"]) > 0)
                outside.Add(row["unit"]);
        }
        Assert.Equal(["093005"], outside);
    }

    [Theory, InlineData("demo"), InlineData("other seed"), InlineData("city")]
    public void No_key_comes_twice(string which)
    {
        var sample = Sample(which);
        AllDistinct(sample.Rows("units.csv"), "code", "valid_from");
        AllDistinct(sample.Rows("changes.csv"), "effective_date", "from_code", "to_code");
        AllDistinct(sample.Rows("roster.csv"), "round", "unit", "position", "official", "born");
        foreach (var year in Years)
        {
            var rows = sample.Rows($"results-{year}.csv");
            AllDistinct(rows, "round", "unit", "position", "official", "born");
            AllDistinct([.. rows.Where(row => row["official_code"].Length > 0)], "official_code");
            Assert.All(
                rows.Where(row => row["position"].EndsWith("-CHAIR", StringComparison.Ordinal)).GroupBy(row => (row["unit"], row["position"])),
                holders => Assert.Single(holders));
        }
    }

    [Theory, InlineData("demo"), InlineData("other seed"), InlineData("city")]
    public void A_code_is_one_person_of_one_spelling(string which)
    {
        var people = Sample(which).Rows("roster.csv").Where(row => row["official_code"].Length > 0).GroupBy(row => row["official_code"]);
        Assert.All(people, rows => Assert.Single(rows.Select(row => (row["official"], row["born"])).Distinct()));
    }

    [Theory, InlineData("demo"), InlineData("other seed"), InlineData("city")]
    public void Changes_name_units_that_exist_on_either_side(string which)
    {
        var units = Sample(which).Rows("units.csv").ToLookup(unit => unit["code"]);
        Assert.All(Sample(which).Rows("changes.csv"), change =>
        {
            Assert.Single(units[change["from_code"]], unit => ValidOn(unit, "2025-06-30"));
            if (change["kind"] != "dissolve")
                Assert.Single(units[change["to_code"]], unit => ValidOn(unit, "2025-07-01") && unit["level"] == "commune");
        });
    }

    static bool ValidOn(Dictionary<string, string> unit, string date) =>
        string.CompareOrdinal(unit["valid_from"], date) <= 0 && (unit["valid_to"].Length == 0 || string.CompareOrdinal(date, unit["valid_to"]) < 0);

    static void AllDistinct(List<Dictionary<string, string>> rows, params string[] key) =>
        Assert.Equal(rows.Count, rows.Select(row => string.Join('|', key.Select(column => row[column]))).Distinct().Count());
}
