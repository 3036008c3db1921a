using Analytics.Domain.Statistics;

namespace Analytics.Domain.Tests.Statistics;

/// <summary>Rises of the same person beyond chance. Expected values were worked out in Python (math.erfc) from the formula alone.</summary>
public class ChangeSetTests
{
    static readonly PairedCounts[] Alike = [.. Enumerable.Range(0, 11).Select(i => new PairedCounts(3, 60, 3 + i % 3, 60)), new(2, 50, 14, 70)];
    static readonly PairedCounts[] Falling = [.. Enumerable.Range(0, 20).Select(i => new PairedCounts(10 + 3 * (i % 4), 60, i * 7 % 13, 60))];
    static readonly PairedCounts[] Scattered = [.. Enumerable.Range(0, 20).Select(i => new PairedCounts(i * 11 % 29, 60, i * 17 % 31, 60))];

    [Fact]
    public void A_rise_is_measured_against_everybodys()
    {
        var set = ChangeSet.Of(Alike)!;
        Assert.Equal((12, false), (set.Persons, set.Overdispersed));
        Near.Agreed(0.06388888888888888, set.P0, "set.P0");
        Near.Agreed(0.028786417132934596, set.Shift, "set.Shift");
        Near.Agreed(0.16657230165211864, set.Phi, "set.Phi");
        Near.Agreed(0.0018798535570247066, set.P(Alike[^1]), "set.P(Alike[^1])");
        Near.Agreed(0.7404460252328755, set.P(Alike[0]), "set.P(Alike[0])");
        Near.Agreed(0.012, set.ExpectedByChance, "set.ExpectedByChance");
    }

    [Fact]
    public void Where_everybody_fell_a_rise_is_measured_against_no_change()
    {
        var set = ChangeSet.Of(Falling)!;
        Near.Agreed(-0.15166666666666667, set.Shift, "set.Shift");
        Near.Agreed(0.00011588085704183086, set.P(new(5, 60, 20, 60)), "set.P(new(5, 60, 20, 60))");
        // Falling less than the others is no rise.
        Assert.True(set.P(new(10, 60, 10, 60)) == 0.5);
    }

    [Fact]
    public void Where_differences_scatter_more_than_chance_the_limit_is_wider()
    {
        var set = ChangeSet.Of(Scattered)!;
        Assert.True(set.Overdispersed);
        Near.Agreed(4.406851539468084, set.Phi, "set.Phi");
        Near.Agreed(0.0002224360595483104, set.P(new(5, 60, 40, 60)), "set.P(new(5, 60, 40, 60))");
    }

    [Fact]
    public void Few_people_or_no_low_ballot_say_nothing()
    {
        Assert.Null(ChangeSet.Of(Alike[..9]));
        Assert.NotNull(ChangeSet.Of(Alike[..10]));
        Assert.Null(ChangeSet.Of([.. Enumerable.Repeat(new PairedCounts(0, 60, 0, 60), 20)]));
        Assert.Null(ChangeSet.Of([.. Enumerable.Repeat(new PairedCounts(60, 60, 60, 60), 20)]));
    }
}
