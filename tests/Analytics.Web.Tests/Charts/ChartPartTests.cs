using Analytics.Web.Pages.Charts;

namespace Analytics.Web.Tests.Charts;

public class ChartPartTests
{
    static readonly List<int> Rows = [.. Enumerable.Range(1, 130)];

    static ChartPart Part(int rows, string? part, int? from = null, int? fit = null) => ChartPart.Of(new(null, null, null, null) { Part = part, FirstRow = from, Fit = fit }, rows);

    [Theory]
    [InlineData("1", 1, 60), InlineData("2", 61, 120), InlineData("3", 121, 130)]
    public void Very_many_rows_come_in_parts_of_sixty(string asked, int first, int last)
    {
        var part = Part(Rows.Count, asked);
        Assert.Equal((first, last), (part.In(Rows)[0], part.In(Rows)[^1]));
    }

    [Fact]
    public void Sixty_rows_are_one_picture() => Assert.False(Part(60, "1").Parted);

    [Theory]
    [InlineData(null), InlineData(""), InlineData("all"), InlineData("-1")]
    public void Who_names_no_part_gets_all_rows(string? asked) => Assert.Equal(130, Part(Rows.Count, asked).In(Rows).Count);

    [Fact]
    public void A_part_behind_the_last_is_the_last() => Assert.Equal(121, Part(Rows.Count, "9").In(Rows)[0]);

    /// <summary>Part, first row, rows that fit; then first and last row shown.</summary>
    [Theory]
    [InlineData("2", null, 16, 61, 76)]
    [InlineData("3", null, 16, 121, 130)]
    [InlineData(null, null, 24, 1, 24)]
    [InlineData(null, 25, 24, 25, 48)]
    [InlineData("1", 121, 24, 121, 130)]
    [InlineData(null, 25, null, 25, 84)]
    [InlineData(null, 900, null, 130, 130)]
    public void A_small_picture_holds_the_first_rows_of_what_is_asked_for_and_from_leads_to_the_others(string? asked, int? from, int? fit, int first, int last)
    {
        var part = Part(Rows.Count, asked, from, fit);
        Assert.Equal((first, last), (part.In(Rows)[0], part.In(Rows)[^1]));
    }

    [Fact]
    public void No_rows_are_no_part() => Assert.Empty(Part(0, "1", 5).In(new List<int>()));
}
