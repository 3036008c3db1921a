using Analytics.Domain.Statistics.Withholding;

namespace Analytics.Domain.Tests.Statistics.Withholding;

public class SmallNumbersTests
{
    [Fact]
    public void A_table_without_small_cells_is_given_out_whole()
    {
        var withheld = Of(Table([3, 4], [5, 6])).Withheld;
        Assert.Empty(withheld.Cells);
        Assert.Empty(withheld.Areas);
        Assert.Empty(withheld.Posts);
        Assert.Empty(withheld.Cities);
    }

    [Fact]
    public void One_small_cell_takes_the_smallest_rectangle_with_it()
    {
        // a0p0 is small; with it go a0p1 of its area, a2p0 of its post, and where these meet a2p1.
        var withheld = Of(Table([2, 4, 9], [8, 9, 9], [3, 4, 9])).Withheld;
        Assert.Equal([("a0", "p0"), ("a0", "p1"), ("a2", "p0"), ("a2", "p1")], withheld.Cells.Order());
        Assert.Empty(withheld.Areas);
        Assert.Empty(withheld.Posts);
    }

    [Fact]
    public void Two_cells_of_one_official_in_an_area_do_not_cover_each_other()
    {
        // a0: 1 + 1 + 5. Their sum would be that of two officials, so the third goes too, or the sum of the area.
        var withheld = Of(Table([1, 1, 5], [1, 1, 5], [9, 9, 9])).Withheld;
        Assert.True(withheld.Areas.Contains("a0") || withheld.Cells.Contains(("a0", "p2")));
        Assert.True(withheld.Areas.Contains("a1") || withheld.Cells.Contains(("a1", "p2")));
    }

    [Fact]
    public void An_area_with_one_post_takes_its_sum_with_it()
    {
        var withheld = Of([new PartitionCell("c", "a0", "p0", 2), new PartitionCell("c", "a1", "p0", 9), new PartitionCell("c", "a2", "p0", 4)]).Withheld;
        Assert.Equal(["a0", "a2"], withheld.Areas.Order());
        Assert.Equal([("a0", "p0"), ("a2", "p0")], withheld.Cells.Order());
        Assert.Empty(withheld.Posts);
        Assert.Empty(withheld.Cities);
    }

    [Fact]
    public void Posts_of_a_city_without_areas_are_guarded_against_the_sum_of_the_city()
    {
        // One official each as chair of council and committee; 7 members, 20 directors.
        var withheld = Of([new PartitionCell("c", "", "chair", 1), new PartitionCell("c", "", "mayor", 1), new PartitionCell("c", "", "member", 7), new PartitionCell("c", "", "director", 20)]).Withheld;
        Assert.Equal(["chair", "mayor", "member"], withheld.Posts.Order());
        Assert.Empty(withheld.Cities);
    }

    [Fact]
    public void A_round_of_two_officials_has_no_figure_at_all()
    {
        var withheld = Of(Table([1, 1])).Withheld;
        Assert.Equal(2, withheld.Cells.Count);
        Assert.Equal(["a0"], withheld.Areas);
        Assert.Equal(["c"], withheld.Cities);
        Assert.Equal(["p0", "p1"], withheld.Posts.Order());
    }

    [Fact]
    public void A_city_of_two_officials_takes_another_with_it_because_the_posts_add_up_to_the_whole()
    {
        var withheld = Of([new PartitionCell("c0", "", "p0", 2), new PartitionCell("c1", "", "p0", 30), new PartitionCell("c2", "", "p0", 12)]).Withheld;
        Assert.Equal(["c0", "c2"], withheld.Cities.Order());
        Assert.Empty(withheld.Posts);
    }

    [Fact]
    public void A_cell_where_nobody_has_a_base_covers_nothing()
    {
        var withheld = Of(Table([2, 0, 6], [4, 9, 9])).Withheld;
        Assert.DoesNotContain(("a0", "p1"), withheld.Cells);
        Assert.Contains(("a0", "p2"), withheld.Cells);
    }

    /// <summary>Every table is looked at by elimination over the sums given out, which knows nothing of networks.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    public void In_no_table_the_figure_of_fewer_than_three_officials_follows_from_what_is_given_out(int seed, int cities)
    {
        var random = new Random(seed);
        var (found, cells) = (0, 0);
        for (var table = 0; table < 700; table++)
        {
            var (areas, posts) = (random.Next(0, 8), random.Next(1, 6));
            var most = random.Next(2, 9);
            var atoms = new List<PartitionCell>();
            for (var p = 0; p < posts; p++)
            {
                for (var a = 0; a < areas; a++)
                    atoms.Add(new($"c{a % cities}", $"a{a}", $"p{p}", random.Next(0, 10) < 3 ? 0 : random.Next(1, most)));
                for (var c = 0; c < cities; c++)
                    if (random.Next(0, 2) == 0) atoms.Add(new($"c{c}", "", $"p{p}", random.Next(0, most)));
            }
            if (atoms.All(a => a.Officials == 0)) continue;
            var sums = Of(atoms);
            Assert.Empty(sums.WorkedOut());
            found += sums.Withheld.Cells.Count;
            cells += sums.Cells;
        }
        // Not by withholding everything.
        Assert.InRange((double)found / cells, 0.1, 0.9);
    }

    [Fact]
    public void Elimination_finds_a_small_cell_that_alone_is_withheld()
    {
        var alone = new Withheld(new HashSet<(string, string)> { ("a0", "p0") }, new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
        Assert.Single(new PublishedSums(Table([2, 4], [5, 6]), alone).WorkedOut());
        var pair = alone with { Cells = new HashSet<(string, string)> { ("a0", "p0"), ("a0", "p1") } };
        Assert.Contains(new PublishedSums(Table([1, 1, 4], [5, 6, 7]), pair).WorkedOut(), found => found.Contains('+', StringComparison.Ordinal));
    }

    static PublishedSums Of(IEnumerable<PartitionCell> atoms) => new(atoms);

    static IEnumerable<PartitionCell> Table(params int[][] areas) =>
        areas.SelectMany((posts, a) => posts.Select((officials, p) => new PartitionCell("c", $"a{a}", $"p{p}", officials)));
}
