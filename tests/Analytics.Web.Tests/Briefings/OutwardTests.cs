using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Web.Shared.Trends;

namespace Analytics.Web.Tests.Briefings;

/// <summary>Rows of the sample as they leave the house.</summary>
[Collection(ReportCityCollection.Name)]
public class OutwardTests(ReportCity city)
{
    static (List<TrendRow> Inside, List<TrendRow> Outside, Outward Rule) Cells(Reader reader)
    {
        var reference = ReferenceData.Load(reader.Db);
        var rule = new Outward(reader.Db, reference);
        var inside = TrendQuery.Stored(reader.Db, reference, TrendBy.DistrictPosition).ToList();
        return (inside, rule.Of(inside), rule);
    }

    [Fact]
    public void A_withheld_group_leaves_no_number_behind_but_its_units()
    {
        using var reader = city.Store.Read();
        var (inside, outside, _) = Cells(reader);
        var withheld = outside.Zip(inside).Where(r => r.First.Withheld).ToList();
        Assert.All(withheld, r =>
        {
            var s = r.First.Snapshot;
            Assert.Equal((0, 0, 0L, 0L, 0L, 0L, 0), (s.Officials, s.LeftOut, s.Base, s.High, s.Middle, s.Low, s.BelowRule));
            Assert.Equal([null, null, null, null, null, null, null, null], (double?[])[s.LowShare, s.LowLower, s.LowUpper, s.Change, s.ChangeP, s.Slope, s.SlopeP, r.First.SlopeQ]);
        });
        Assert.Contains(withheld, r => r.Second.Snapshot.Officials < 3);
        Assert.Contains(withheld, r => r.Second.Snapshot.Officials >= 3);
        Assert.Contains(outside, r => !r.Withheld && r.Snapshot.Base > 0);
    }

    [Fact]
    public void A_change_from_a_round_in_which_the_group_was_withheld_is_not_given()
    {
        using var reader = city.Store.Read();
        var (inside, outside, rule) = Cells(reader);
        var (from, kept) = (0, 0);
        foreach (var (before, after) in inside.Zip(outside))
        {
            if (after.Withheld || before.Snapshot.PreviousRoundId is not { } previous) continue;
            var hidden = rule.In(previous).Hides(TrendBy.DistrictPosition, before.Snapshot.Key, before.Snapshot.Position);
            if (hidden) from++;
            else kept++;
            Assert.Equal(hidden ? null : before.Snapshot.Change, after.Snapshot.Change);
        }
        Assert.True(from > 0 && kept > 0, $"{from} from withheld, {kept} kept");
    }
}
