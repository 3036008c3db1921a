namespace Analytics.Ingest.Tests.Samples;

public class RealismTests(DemoSample demo) : IClassFixture<DemoSample>
{
    [Theory]
    [InlineData(2008, 182, 7.9)]
    [InlineData(2010, 182, 7.4)]
    [InlineData(2012, 182, 7.6)]
    [InlineData(2014, 182, 6.8)]
    [InlineData(2016, 182, 6.1)]
    [InlineData(2018, 182, 5.7)]
    [InlineData(2020, 182, 5.9)]
    [InlineData(2022, 182, 5.2)]
    [InlineData(2024, 182, 3.5)]
    [InlineData(2026, 118, 4.1)]
    public void A_round_comes_to_its_share(int year, int units, double lowPercent)
    {
        var votes = demo.Votes(year);
        Assert.Equal(units, votes.Select(row => row["unit"]).Distinct().Count());
        Assert.InRange(votes.LowPercent(), lowPercent - 0.3, lowPercent + 0.3);
    }

    [Theory]
    [InlineData(2008, 2)]
    [InlineData(2010, 1)]
    [InlineData(2012, 3)]
    [InlineData(2014, 0)]
    [InlineData(2016, 1)]
    [InlineData(2018, 0)]
    [InlineData(2020, 1)]
    [InlineData(2022, 2)]
    [InlineData(2024, 1)]
    [InlineData(2026, 2)]
    public void Few_are_at_the_threshold_and_many_draw_no_low_ballot(int year, int atThreshold)
    {
        var votes = demo.Votes(year);
        Assert.Equal(atThreshold, votes.Count(row => row.AtThreshold()));
        Assert.InRange(votes.Count(row => row.Low() == 0), votes.Count / 10, votes.Count / 3);
        Assert.InRange(votes.Select(row => 100.0 * row.Favourable() / row.Int("collected")).Median(), 93, 96);
    }

    [Fact]
    public void Conferences_are_small_before_the_reorganisation_and_larger_after()
    {
        Assert.All(demo.Votes(2024), row => Assert.InRange(row.Int("present"), 40, 90));
        Assert.All(demo.Votes(2026), row => Assert.InRange(row.Int("present"), 120, 300));
        Assert.All(demo.Votes(2022), row => Assert.InRange(1.0 * row.Int("present") / row.Int("invited"), 0.80, 0.99));
    }

    [Fact]
    public void Heads_of_committees_draw_more_low_than_heads_of_councils() =>
        Assert.All([2008, 2012, 2016, 2022, 2024, 2026], year =>
        {
            var posts = demo.Votes(year).ToLookup(row => row["position"]);
            Assert.True(posts["PPC-CHAIR"].ToList().LowPercent() > posts["PC-CHAIR"].ToList().LowPercent() + 1);
        });

    [Theory]
    [InlineData("0904", 13, 9, 7.5)]
    [InlineData("0921", 9, 6, 1.5)]
    public void Two_areas_change_beyond_chance_since_2024(string area, int before, int after, double lowPercent)
    {
        // Diên Hà rises, Tam Giang falls; both p = 0.001 by the formula of the methods page, worked out apart in Python
        var districts = demo.Rows("units.csv").Where(unit => unit["level"] == "commune").ToLookup(unit => (unit["code"], unit["valid_from"]), unit => unit["area"] + unit["parent"]);
        var old = demo.Votes(2024).Where(row => districts[(row["unit"], "")].Contains(area)).ToList();
        var recent = demo.Votes(2026).Where(row => districts[(row["unit"], "2025-07-01")].Contains(area + "GD")).ToList();
        Assert.Equal((before, after), (old.DistinctBy(row => row["unit"]).Count(), recent.DistinctBy(row => row["unit"]).Count()));
        Assert.InRange(recent.LowPercent(), lowPercent - 0.7, lowPercent + 0.7);
        Assert.InRange(old.LowPercent(), 4.0, 5.2);
    }

    [Fact]
    public void Officials_stay_several_rounds_or_leave_at_a_new_term()
    {
        var rounds = demo.Rows("roster.csv").Where(row => row["official_code"].Length > 0)
            .GroupBy(row => row["official_code"]).Select(rows => rows.DistinctBy(row => row["round"]).Count()).ToList();
        Assert.InRange(rounds.Average(), 1.8, 3.5);
        Assert.InRange(rounds.Count(count => count >= 4), 100, 700);
    }

    [Fact]
    public void Thirty_areas_stand_on_thirty_tiles()
    {
        var tiles = demo.Rows("tiles.csv");
        Assert.Equal(30, tiles.DistinctBy(tile => (tile["column"], tile["row"])).Count());
        Assert.Equal(
            demo.Rows("units.csv").Where(unit => unit["level"] == "district").Select(unit => unit["code"]), tiles.Select(tile => tile["code"]));
    }
}
