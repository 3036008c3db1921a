using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Units;

namespace Analytics.Domain.Tests.Rounds;

public class RuleBookTests
{
    static readonly IReadOnlyList<Regime> Brought = [.. RegimeFile.Shipped().Select(r => RegimeFile.Parse(r.Json))];

    static readonly Round Plain = Held(1, "CITY-2026"), Departing = Held(2, "CITY-2026");

    static Round Held(int id, string regime) => new() { Id = id, Code = $"R{id}", NameVi = "", RegimeId = regime, HeldFrom = new(2026, 11, 1), HeldTo = new(2026, 11, 30), Level = UnitLevel.Commune };

    static RuleVersion OfRound(Round round, string json, string regime = "CITY-2026") => new() { RegimeId = regime, RoundId = round.Id, Json = json, Document = "12-KH/TU", DocumentDate = new(2026, 3, 1), Reason = "", By = "" };

    static Regime City => Brought.Single(r => r.Id == "CITY-2026");

    public static TheoryData<string> Ids => [.. RegimeFile.Shipped().Select(r => r.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void What_is_written_is_read_as_it_was(string id)
    {
        var regime = Brought.Single(r => r.Id == id);
        var read = RegimeFile.Parse(RegimeFile.Write(regime));
        Assert.Equal(regime with { Positions = [], Levels = [], Thresholds = [], Exemptions = [] }, read with { Positions = [], Levels = [], Thresholds = [], Exemptions = [] });
        Assert.Equal(regime.Positions, read.Positions);
        Assert.Equal(regime.Levels, read.Levels);
        Assert.Equal(regime.Thresholds, read.Thresholds);
        Assert.Equal(regime.Exemptions, read.Exemptions);
    }

    [Fact]
    public void A_round_keeps_to_its_regime_until_something_is_set_for_it()
    {
        var book = RuleBook.Of(Brought, [Plain, Departing], [OfRound(Departing, """{"base":"delegates"}""")]);
        Assert.Equal([Departing.Id], book.Departures.Keys);
        var own = book.Departures[Departing.Id];
        Assert.Equal(("12-KH/TU", new DateOnly(2026, 3, 1)), (own.Departure!.Number, own.Departure.Date!.Value));
        Assert.Equal(City.Thresholds, own.Thresholds);
        // What the document sets is seen, all else is as sure as it was.
        Assert.Equal(new(PostsSeen: false, OptionsSeen: false, BaseSeen: true, ThresholdsSeen: false), own.Certainty);
    }

    [Fact]
    public void Another_base_is_another_family_and_its_own_base_the_old_one()
    {
        var delegates = City.WithBase(BallotBase.Delegates, City.Base);
        Assert.NotEqual(City.Family, delegates.Family);
        Assert.Equal(City.Electorate, delegates.Electorate);
        Assert.Equal(delegates, delegates.WithBase(BallotBase.Delegates, City.Base));
        Assert.Equal(City.Family, delegates.WithBase(BallotBase.Collected, City.Base).Family);
    }

    [Fact]
    public void A_round_under_a_changed_regime_keeps_its_own_parts_and_takes_the_rest()
    {
        var changed = City with { Certainty = new(true, true, true, true), Thresholds = [City.Thresholds[1]] };
        var book = RuleBook.Of(Brought, [Plain, Departing],
        [
            new() { RegimeId = City.Id, Json = RegimeFile.Write(changed), Reason = "", By = "" },
            OfRound(Departing, RegimeFile.WriteParts(null, [City.Thresholds[0]])),
        ]);
        Assert.Equal([City.Thresholds[1]], book.Regimes.Single(r => r.Id == City.Id).Thresholds);
        Assert.Equal([City.Thresholds[0]], book.Departures[Departing.Id].Thresholds);
        Assert.False(book.Departures[Departing.Id].Certainty.Assumed);
        Assert.Equal(Brought.Select(r => r.Id), book.Regimes.Select(r => r.Id));
    }

    [Fact]
    public void Nothing_of_its_own_and_another_regime_by_a_file_both_lead_back()
    {
        Assert.Empty(RuleBook.Of(Brought, [Departing], [OfRound(Departing, RegimeFile.WriteParts(null, null))]).Departures);
        Assert.Empty(RuleBook.Of(Brought, [Departing], [OfRound(Departing, """{"base":"delegates"}""", regime: "NA-85")]).Departures);
    }

    [Fact]
    public void A_departing_line_judges()
    {
        var strict = City.Thresholds[1] with { Comparison = Comparison.GreaterOrEqual };
        var book = RuleBook.Of(Brought, [Departing], [OfRound(Departing, RegimeFile.WriteParts(null, [City.Thresholds[0], strict]))]);
        var half = new Counts(null, null, null, null, 60, null, null, 20, 10, 30);
        Assert.Equal((Standing.None, "may-resign"), (Standing.Of(City, half, exempt: false).Code, Standing.Of(book.Departures[Departing.Id], half, exempt: false).Code));
    }
}
