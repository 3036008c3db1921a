using System.Globalization;
using System.Text;

namespace Analytics.Ingest.Tests.Samples;

public class SpecialInstanceTests(DemoSample demo, OtherSeed other) : IClassFixture<DemoSample>, IClassFixture<OtherSeed>
{
    public static TheoryData<bool> BothSeeds => [true, false];

    SampleFolder Sample(bool committed) => committed ? demo : other;

    Dictionary<string, string> Vote(bool committed, int year, string unit, string position) =>
        Assert.Single(Sample(committed).Votes(year), row => row["unit"] == unit && row["position"] == position);

    [Theory, MemberData(nameof(BothSeeds))]
    public void Exact_fractions_are_there(bool committed)
    {
        var half = Vote(committed, 2010, "090602", "PPC-CHAIR");
        Assert.Equal((60, 30, 30), (half.Int("collected"), half.Int("confidence"), half.Int("no_confidence")));
        var recentHalf = Vote(committed, 2024, "091302", "PPC-VICE");
        Assert.Equal((64, 32), (recentHalf.Int("collected"), recentHalf.Int("low")));
        var twoThirds = Vote(committed, 2026, "091602", "PPC-CHAIR");
        Assert.Equal((150, 100), (twoThirds.Int("collected"), twoThirds.Int("low")));
        Assert.Contains(Sample(committed).Votes(2026), row =>
            row["unit"] == "091103" && row["position"] == "PPC-VICE" && row.Int("collected") == 145 && row.Int("low") == 72);
    }

    [Theory, MemberData(nameof(BothSeeds))]
    public void One_official_has_89_valid_where_the_others_have_90(bool committed)
    {
        var unit = Sample(committed).Votes(2024).Where(row => row["unit"] == "093003").ToList();
        Assert.All(unit, row => Assert.Equal(row["position"] == "PC-VICE" ? 89 : 90, row.Int("valid")));
        Assert.Contains(unit, row => row["position"] == "PC-VICE");
    }

    [Theory, MemberData(nameof(BothSeeds))]
    public void One_name_was_left_unmarked_on_two_ballots(bool committed)
    {
        var unmarked = Assert.Single(Sample(committed).Votes(2026), row => row.Low() + row.Favourable() < row.Int("valid"));
        Assert.Equal(("090503", "PC-CHAIR"), (unmarked["unit"], unmarked["position"]));
        Assert.Equal(2, unmarked.Int("valid") - unmarked.Low() - unmarked.Favourable());
    }

    [Theory, MemberData(nameof(BothSeeds))]
    public void One_published_percentage_is_wrong_and_one_truncated(bool committed)
    {
        var differing = Sample(committed).Votes(2026).Where(row => row["published_low_percent"].Length > 0 && Difference(row) > 0.1m);
        Assert.Equal("091301", Assert.Single(differing)["unit"]);
        var truncated = Vote(committed, 2026, "091201", "PPC-CHAIR");
        Assert.Equal(("152", "10", "6,5"), (truncated["collected"], truncated["low"], truncated["published_low_percent"]));
    }

    static decimal Difference(Dictionary<string, string> row) =>
        Math.Abs(decimal.Parse(row["published_low_percent"].Replace(',', '.'), CultureInfo.InvariantCulture) - 100m * row.Low() / row.Int("collected"));

    [Theory, MemberData(nameof(BothSeeds))]
    public void The_roster_knows_vacancies_exemptions_and_wards_without_a_council(bool committed)
    {
        var roster = Sample(committed).Rows("roster.csv").ToLookup(row => (row["round"], row["unit"], row["position"]));
        Assert.Equal("vacant", Assert.Single(roster[("GD-2026", "090902", "PC-VICE")])["status"]);
        Assert.Equal("exempt", Assert.Single(roster[("GD-2026", "092401", "PC-CHAIR")])["status"]);
        Assert.Equal("no-council", Assert.Single(roster[("GD-2022", "090901", "PC-CHAIR")])["status"]);
        Assert.Equal("no-council", Assert.Single(roster[("GD-2024", "091501", "PC-VICE")])["status"]);
        Assert.NotEqual("no-council", Assert.Single(roster[("GD-2020", "090901", "PC-CHAIR")])["status"]);
        Assert.Equal(126, roster.Where(rows => rows.Key.Item1 == "GD-2026").Select(rows => rows.Key.Item2).Distinct().Count());
        Assert.DoesNotContain(Sample(committed).Rows("results-2022.csv"), row => row["unit"] == "090901" && row["position"] == "PC-CHAIR");
    }

    [Theory, MemberData(nameof(BothSeeds))]
    public void Namesakes_live_in_two_units_and_in_one(bool committed)
    {
        var votes = Sample(committed).Rows("results-2026.csv");
        Assert.Equal(["090101", "093001"], votes.Where(row => row["official"] == "Nguyễn Văn Thuận").Select(row => row["unit"]));
        var pair = votes.Where(row => row["official"] == "Trần Văn Thuần").ToList();
        Assert.Equal(["091902", "091902"], pair.Select(row => row["unit"]));
        Assert.Equal(["1972", "1980"], pair.Select(row => row["born"]));
        Assert.All(pair, row => Assert.Equal("", row["official_code"]));
    }

    [Theory, MemberData(nameof(BothSeeds))]
    public void One_name_is_decomposed(bool committed)
    {
        var decomposed = Sample(committed).Rows("results-2026.csv").Where(row => !row["official"].IsNormalized(NormalizationForm.FormC));
        Assert.Equal("Vũ Thị Bích Hường", Assert.Single(decomposed)["official"].Normalize(NormalizationForm.FormC));
    }

    [Theory, MemberData(nameof(BothSeeds))]
    public void One_unit_met_late(bool committed) => Assert.Equal(
        ["093005"], Sample(committed).Rows("results-2026.csv").Where(row => row["held_on"] == "2026-11-12").Select(row => row["unit"]).Distinct());

    [Theory, MemberData(nameof(BothSeeds))]
    public void Communes_were_divided_straddle_areas_share_a_name_and_reuse_a_code(bool committed)
    {
        var units = Sample(committed).Rows("units.csv");
        var changes = Sample(committed).Rows("changes.csv");
        Assert.Equal(["090102", "090105"], changes.Where(row => row["from_code"] == "090102").Select(row => row["to_code"]));
        Assert.Equal(12, changes.Count(row => row["whole"] == "no"));
        Assert.Equal(["0902", "0903"], changes.Where(row => row["to_code"] == "090202").Select(row => row["from_code"][..4]).Order());
        var reused = Assert.Single(units, unit => unit["area"].Length > 0 && !unit["code"].StartsWith(unit["area"], StringComparison.Ordinal));
        Assert.Equal(("090507", "0911"), (reused["code"], reused["area"]));
        Assert.Equal(["0906", "0930"], units.Where(unit => unit["name"] == "Xã Tân Hòa" && unit["area"].Length > 0).Select(unit => unit["area"]));
        Assert.Equal(126, units.Count(unit => unit["valid_from"] == "2025-07-01"));
    }

    [Theory, MemberData(nameof(BothSeeds))]
    public void The_file_of_mistakes_names_each_rule_once(bool committed) => Assert.Equal(
        [
            "ambiguous-unit", "bad-date", "bad-number", "collected-over-issued", "control-character", "date-out-of-range", "duplicate-row",
            "exempt-with-counts", "level-not-covered", "levels-over-valid", "missing-value", "negative", "too-long", "unit-not-valid-then",
            "unknown-position", "unknown-round", "unknown-unit", "valid-invalid-mismatch", "valid-over-collected",
        ],
        Sample(committed).Rows("mistakes.csv").Select(row => row["note"]).Where(note => note != "không có lỗi").Order(StringComparer.Ordinal));
}
