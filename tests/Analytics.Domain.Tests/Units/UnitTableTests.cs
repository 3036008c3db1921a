using Analytics.Domain.Units;

namespace Analytics.Domain.Tests.Units;

public class UnitTableTests
{
    [Fact]
    public void A_value_stands_under_its_unit_and_any_other_has_the_default()
    {
        var table = new UnitTable<int>();
        table[3] = 7;
        table[100_000] = 9;
        table[3]++;

        Assert.Equal((8, 9, 0, 0, 0), (table.Find(3), table.Find(100_000), table.Find(4), table.Find(50_000), table.Find(1_000_000)));
        Assert.Equal([(3, 8), (100_000, 9)], table.All().Where(u => u.Value != 0));
    }
}
