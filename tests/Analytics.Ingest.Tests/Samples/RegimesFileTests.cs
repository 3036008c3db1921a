using System.Globalization;
using System.Text.Json;

namespace Analytics.Ingest.Tests.Samples;

public class RegimesFileTests
{
    static readonly string Reference = Path.Combine(SampleFolder.Root, "data", "reference");

    static IEnumerable<JsonElement> Regimes()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Reference, "regimes.json")));
        return [.. file.RootElement.GetProperty("regimes").EnumerateArray().Select(regime => regime.Clone())];
    }

    static JsonElement Regime(string id) => Regimes().Single(regime => regime.GetProperty("id").GetString() == id);

    [Fact]
    public void There_are_nine() => Assert.Equal(
        ["VFF-2003", "VFF-2007", "NA-35", "NA-85", "NA-96", "PARTY-262", "PARTY-96", "CITY-2026", "VOTE"],
        Regimes().Select(regime => regime.GetProperty("id").GetString()));

    [Theory]
    [InlineData("VFF-2003", "2·confidence < 1·base → no-majority")]
    [InlineData("VFF-2007", "2·confidence <= 1·base → no-majority")]
    [InlineData("NA-35", "3·low > 2·base → council-vote", "2·low > 1·base, twice → council-vote", "2·low > 1·base → may-resign")]
    [InlineData("NA-85", "3·low >= 2·base → council-vote", "2·low > 1·base → may-resign")]
    [InlineData("NA-96", "3·low >= 2·base → dismissal", "2·low > 1·base → may-resign")]
    [InlineData("CITY-2026", "3·low >= 2·base → dismissal", "2·low > 1·base → may-resign")]
    [InlineData("PARTY-262", "3·low >= 2·base → dismissal", "2·low > 1·base → out-of-planning")]
    [InlineData("PARTY-96", "3·low >= 2·base → dismissal", "2·low > 1·base → out-of-planning")]
    [InlineData("VOTE", "2·low > 1·base → may-resign")]
    public void Thresholds_are_the_rules_strongest_first(string id, params string[] thresholds) =>
        Assert.Equal(thresholds, Regime(id).GetProperty("thresholds").EnumerateArray().Select(Written));

    static string Written(JsonElement threshold) => string.Create(CultureInfo.InvariantCulture,
        $"{threshold.GetProperty("denominator").GetInt32()}·{threshold.GetProperty("count").GetString()} {threshold.GetProperty("comparison").GetString()} "
        + $"{threshold.GetProperty("numerator").GetInt32()}·base{(threshold.GetProperty("consecutive").GetBoolean() ? ", twice" : "")} "
        + $"→ {threshold.GetProperty("standing").GetString()}");

    [Theory]
    [InlineData("VFF-2003", "front", "2003-07-07", "2007-06-30", "two", "collected", "PC-CHAIR,PPC-CHAIR", "commune")]
    [InlineData("VFF-2007", "front", "2007-07-01", "2023-06-30", "two", "collected", "PC-CHAIR,PC-VICE,PPC-CHAIR,PPC-VICE", "commune")]
    [InlineData("NA-35", "council-d", "2013-02-01", "2015-06-30", "three", "delegates", "*", "*")]
    [InlineData("NA-85", "council-d", "2015-07-01", "2023-06-30", "three", "delegates", "*", "*")]
    [InlineData("NA-96", "council-b", "2023-07-01", null, "three", "collected", "*", "country,province,district")]
    [InlineData("PARTY-262", "party", "2014-10-08", "2023-02-01", "three", "collected", "*", "*")]
    [InlineData("PARTY-96", "party", "2023-02-02", null, "three", "collected", "*", "*")]
    [InlineData("CITY-2026", "city", "2023-07-01", null, "three", "collected", "PC-CHAIR,PC-VICE,PPC-CHAIR,PPC-VICE", "commune")]
    [InlineData("VOTE", "decisive", null, null, "two", "delegates", "*", "*")]
    public void Validity_base_and_coverage_are_the_rules(
        string id, string family, string? from, string? to, string options, string @base, string positions, string levels)
    {
        var regime = Regime(id);
        Assert.Equal(
            (family, from, to, options, @base, positions, levels),
            (Text("family"), Text("validFrom"), Text("validTo"), Text("options"), Text("base"), List("positions"), List("levels")));

        string? Text(string name) => regime.GetProperty(name).GetString();
        string List(string name) => string.Join(',', regime.GetProperty(name).EnumerateArray().Select(item => item.GetString()));
    }

    [Fact]
    public void Every_text_stands_in_both_languages() => Assert.All(Regimes(), regime =>
        Assert.All(["name", "source", "notes"], property => Assert.All(
            ["vi", "en"], language => Assert.NotEmpty(regime.GetProperty(property).GetProperty(language).GetString()!))));

    [Theory]
    [InlineData("VFF-2003", "assumed assumed assumed assumed")]
    [InlineData("VFF-2007", "seen assumed assumed assumed")]
    [InlineData("NA-35", "seen seen seen seen")]
    [InlineData("NA-96", "seen seen assumed seen")]
    [InlineData("CITY-2026", "assumed assumed assumed assumed")]
    public void What_was_not_seen_is_marked_assumed(string id, string certainty) => Assert.Equal(certainty, string.Join(
        ' ', Regime(id).GetProperty("certainty").EnumerateObject().Select(part => part.Value.GetString())));

    [Fact]
    public void Hanoi_has_thirty_districts_each_on_its_own_tile()
    {
        var units = SampleFolder.Read(Path.Combine(Reference, "hanoi-districts.csv"));
        var tiles = SampleFolder.Read(Path.Combine(Reference, "hanoi-tiles.csv"));
        Assert.Equal((12, 17, 1), (units.Count(unit => unit["kind"] == "Quận"), units.Count(unit => unit["kind"] == "Huyện"), units.Count(unit => unit["kind"] == "Thị xã")));
        Assert.All(units.Skip(1), unit => Assert.Equal(("01", "2025-07-01"), (unit["parent"], unit["valid_to"])));
        Assert.Equal(30, tiles.DistinctBy(tile => (tile["column"], tile["row"])).Count());
        Assert.Equal(units.Skip(1).Select(unit => unit["code"]), tiles.Select(tile => tile["code"]));
    }
}
