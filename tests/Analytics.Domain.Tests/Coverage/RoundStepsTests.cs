using Analytics.Domain.Coverage;

namespace Analytics.Domain.Tests.Coverage;

/// <summary>Steps renewed from what was read before are those a reading of all would give.</summary>
public sealed class RoundStepsTests : IDisposable
{
    readonly CoverageCity city = new();

    public void Dispose() => city.Dispose();

    RoundSteps All() => city.Read((db, _) => RoundSteps.Read(db, 24));

    RoundSteps Renewed(RoundSteps known) => city.Read((db, _) => RoundSteps.Read(db, 24, known));

    void TakeBack(string unit, CoverageStep step) => city.Write(db =>
    {
        var id = unit[1] - '0' + 10;
        var record = db.StepRecords.Single(s => s.UnitId == id && s.Step == step && s.RemovedAt == null);
        (record.RemovedAt, record.RemovedBy) = (new(2025, 2, 1, 0, 0, 0, DateTimeKind.Utc), "other@example.org");
    });

    static string Said(RoundSteps steps) => string.Join(' ', steps.ByUnit.OrderBy(u => u.Key).Select(u => u.Key + ":" + string.Join(',', u.Value.Select(d => d.On?.ToString("MMdd", null) ?? "-"))));

    RoundSteps Given()
    {
        city.Step(24, "A1", CoverageStep.Planned, new(2024, 12, 1));
        city.Step(24, "A1", CoverageStep.Minutes, new(2025, 1, 10));
        city.Step(24, "A2", CoverageStep.Minutes, new(2025, 1, 11));
        city.Step(22, "A3", CoverageStep.Minutes, new(2023, 1, 11));
        return All();
    }

    void Same(RoundSteps known, string expected)
    {
        var (renewed, all) = (Renewed(known), All());
        Assert.Equal(expected, Said(renewed));
        Assert.Equal((Said(all), all.Count, all.Latest), (Said(renewed), renewed.Count, renewed.Latest));
    }

    [Fact]
    public void Nothing_new_is_nothing_read()
    {
        var known = Given();
        city.Step(22, "A4", CoverageStep.Minutes, new(2023, 1, 12));
        Assert.Same(known, Renewed(known));
    }

    [Fact]
    public void New_and_replaced_records_take_their_places()
    {
        var known = Given();
        TakeBack("A1", CoverageStep.Minutes);
        city.Step(24, "A1", CoverageStep.Minutes, new(2025, 1, 12));
        city.Step(24, "A5", CoverageStep.Planned, new(2024, 12, 3));
        Same(known, "11:1201,-,-,0112,-,- 12:-,-,-,0111,-,- 15:1203,-,-,-,-,-");
        Assert.Same(known.ByUnit[12], Renewed(known).ByUnit[12]);
        Assert.Equal("11:1201,-,-,0110,-,- 12:-,-,-,0111,-,-", Said(known));
    }

    [Theory]
    [InlineData("A1", CoverageStep.Planned, "11:-,-,-,0110,-,- 12:-,-,-,0111,-,-")]
    [InlineData("A2", CoverageStep.Minutes, "11:1201,-,-,0110,-,-")]
    public void What_was_taken_back_is_gone(string unit, CoverageStep step, string left)
    {
        var known = Given();
        TakeBack(unit, step);
        Same(known, left);
    }

    [Fact]
    public void One_taken_back_beside_a_new_one_of_another_unit_is_gone()
    {
        var known = Given();
        TakeBack("A1", CoverageStep.Planned);
        city.Step(24, "A5", CoverageStep.Planned, new(2024, 12, 3));
        Same(known, "11:-,-,-,0110,-,- 12:-,-,-,0111,-,- 15:1203,-,-,-,-,-");
    }

    [Fact]
    public void All_taken_back_leaves_nothing()
    {
        var known = Given();
        TakeBack("A1", CoverageStep.Planned); TakeBack("A1", CoverageStep.Minutes); TakeBack("A2", CoverageStep.Minutes);
        Same(known, "");
    }
}
