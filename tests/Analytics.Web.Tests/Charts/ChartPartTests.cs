using Analytics.Web.Pages.Charts;

namespace Analytics.Web.Tests.Charts;

public class ChartPartTests
{
    static readonly List<int> Rows = [.. Enumerable.Range(1, 130)];

    [Theory]
    [InlineData("1", 1, 60), InlineData("2", 61, 120), InlineData("3", 121, 130)]
    public void Very_many_rows_come_in_parts_of_sixty(string asked, int first, int last)
    {
        var part = ChartPart.Of(asked, Rows.Count);
        Assert.Equal((first, last), (part.In(Rows)[0], part.In(Rows)[^1]));
    }

    [Fact]
    public void Sixty_rows_are_one_picture() => Assert.False(ChartPart.Of("1", 60).Parted);

    [Theory]
    [InlineData(null), InlineData(""), InlineData("all"), InlineData("-1")]
    public void Who_names_no_part_gets_all_rows(string? asked) => Assert.Equal(130, ChartPart.Of(asked, Rows.Count).In(Rows).Count);

    [Fact]
    public void A_part_behind_the_last_is_the_last() => Assert.Equal(121, ChartPart.Of("9", Rows.Count).In(Rows)[0]);
}
