namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>Who is the same person: by code, else name and birth, else name, unit (or its whole successor) and post.</summary>
public sealed class IdentityTests : IDisposable
{
    readonly CommandRun city = SmallCity.Run();

    public void Dispose() => city.Dispose();

    /// <summary>Loads rows one file each, in this order, and returns the person of each result in the order of loading.</summary>
    int[] PersonsOf(params string[] rows)
    {
        foreach (var row in rows)
        {
            var outcome = city.Results(row);
            Assert.True(outcome.Loaded == 1, string.Join("\n", outcome.Problems));
        }
        return [.. city.Query("SELECT person_id FROM result ORDER BY id").Select(int.Parse)];
    }

    void AreOne(params string[] rows) => Assert.Single(PersonsOf(rows).Distinct());

    void AreDifferent(params string[] rows) => Assert.Equal(rows.Length, PersonsOf(rows).Distinct().Count());

    [Fact]
    public void Two_people_of_one_name_in_one_unit_and_post_with_other_birth_years_are_two_results()
    {
        Assert.Equal(2, city.Results("R2024,00701,PC-VICE,Lê Văn Nam,,1970,50,40,8,2", "R2024,00701,PC-VICE,Lê Văn Nam,,1975,50,30,10,10").Loaded);
        Assert.Equal(["1970|2", "1975|10"], city.Query("SELECT p.born, r.low FROM result r JOIN person p ON p.id = r.person_id ORDER BY p.born"));
    }

    [Fact]
    public void The_official_code_links_a_person_across_rounds_units_posts_and_spellings() =>
        AreOne("R2024,00701,PC-CHAIR,Lê Văn Nam,CB1,,50,40,8,2", "R2026,00713,PPC-VICE,Lê Văn Năm,CB1,,50,40,8,2");

    [Fact]
    public void Two_codes_are_two_people_whatever_the_name_birth_unit_and_post() =>
        AreDifferent("R2024,00701,PC-VICE,Lê Văn Nam,CB1,1970,50,40,8,2", "R2024,00701,PC-VICE,Lê Văn Nam,CB2,1970,50,40,8,2");

    [Fact]
    public void Name_and_birth_link_a_person_across_units() =>
        AreOne("R2024,00701,PC-CHAIR,Lê Văn Nam,,1970-05-19,50,40,8,2", "R2026,00713,PPC-CHAIR,LÊ VĂN NAM,,1970-05-19,50,40,8,2");

    [Fact]
    public void A_name_alone_never_links_across_units() =>
        AreDifferent("R2024,00701,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2024,00704,PC-CHAIR,Lê Văn Nam,,,50,40,8,2");

    [Fact]
    public void A_name_alone_does_not_link_two_posts_of_one_unit() =>
        AreDifferent("R2024,00701,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2024,00701,PPC-VICE,Lê Văn Nam,,,50,40,8,2");

    [Fact]
    public void Name_unit_and_post_link_rounds_within_the_unit()
    {
        city.Load("đợt.csv", [SmallCity.Rounds[0], "R2025,Đợt 2025,,CITY-2026,2025-03-01,2025-03-31,,commune,no"]);
        AreOne("R2024,00703,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2025,00703,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2");
    }

    [Fact]
    public void Name_unit_and_post_link_into_the_whole_successor() =>
        AreOne("R2024,00701,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2026,00711,PC-CHAIR,Lê Văn Nam,,,50,40,8,2");

    [Fact]
    public void They_do_so_when_the_later_round_is_loaded_first() =>
        AreOne("R2026,00711,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2024,00701,PC-CHAIR,Lê Văn Nam,,,50,40,8,2");

    [Fact]
    public void They_do_so_after_the_person_was_seen_elsewhere() =>
        AreOne("R2024,00701,PC-CHAIR,Lê Văn Nam,CB1,,50,40,8,2", "R2024,00704,PPC-VICE,Lê Văn Nam,CB1,,50,40,8,2", "R2026,00711,PC-CHAIR,Lê Văn Nam,,,50,40,8,2");

    [Fact]
    public void They_do_not_link_across_a_divided_unit() =>
        AreDifferent("R2024,00703,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2026,00712,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2026,00713,PC-CHAIR,Lê Văn Nam,,,50,40,8,2");

    [Fact]
    public void Of_two_namesakes_who_both_fit_neither_is_taken() =>
        AreDifferent("R2024,00701,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2024,00702,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2026,00711,PC-CHAIR,Lê Văn Nam,,,50,40,8,2");

    [Fact]
    public void A_correction_keeps_the_person_even_where_a_namesake_has_come_since()
    {
        city.Results("R2024,00701,PC-VICE,Lê Văn Nam,,,50,40,8,2");
        city.Results("R2024,00701,PC-VICE,Lê Văn Nam,,1980,50,40,8,2");
        city.Results("R2024,00701,PC-VICE,Lê Văn Nam,CB9,,50,40,8,2");
        Assert.Equal(1, city.Load("sửa.csv", [SmallCity.ResultHeader, "R2024,00701,PC-VICE,Lê Văn Nam,,,50,40,7,3"], replace: "đếm lại").Corrected);
        var versions = city.Query("SELECT person_id, sequence FROM result WHERE official_key = 'n:le van nam|' ORDER BY id");
        Assert.Equal(2, versions.Count);
        Assert.Single(versions.Distinct());
    }

    [Fact]
    public void Loading_a_file_of_namesakes_again_makes_no_person()
    {
        string[] rows = ["R2024,00701,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2024,00702,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2026,00711,PC-CHAIR,Lê Văn Nam,,,50,40,8,2"];
        Assert.Equal(3, city.Results(rows).Loaded);
        Assert.Equal(3, city.Results(rows).Unchanged);
        Assert.Equal(["3"], city.Query("SELECT count(*) FROM person"));
    }

    [Fact]
    public void Another_spelling_under_the_same_code_is_warned_of()
    {
        city.Results("R2024,00701,PC-CHAIR,Lê Văn Nam,CB1,,50,40,8,2");
        var problem = Assert.Single(city.Results("R2026,00711,PC-CHAIR,Lê Văn Năm,CB1,,50,40,8,2").Problems);
        Assert.Equal(("name-variant", 2, "official", "Lê Văn Năm"), (problem.Rule, problem.Row, problem.Column, problem.Value));
        Assert.Contains("Lê Văn Nam", problem.MessageEn, StringComparison.Ordinal);
        Assert.Contains("Lê Văn Nam", problem.MessageVi, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_spelling_with_the_same_birth_date_is_warned_of()
    {
        city.Results("R2024,00701,PC-CHAIR,Nguyễn Thị Hoà,,1970,50,40,8,2");
        Assert.Equal("name-variant", Assert.Single(city.Results("R2026,00713,PC-CHAIR,Nguyễn Thị Hòa,,1970,50,40,8,2").Problems).Rule);
    }

    [Fact]
    public void A_second_holder_of_a_chair_is_warned_of_and_loaded_but_not_of_a_vice_chair()
    {
        var outcome = city.Results("R2024,00701,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2024,00701,PC-CHAIR,Trần Thị Mai,,,50,40,8,2",
            "R2024,00701,PC-VICE,Đỗ Văn Sáu,,,50,40,8,2", "R2024,00701,PC-VICE,Vũ Thị Bảy,,,50,40,8,2");
        Assert.Equal(4, outcome.Loaded);
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(("second-holder", 3), (problem.Rule, problem.Row));
        Assert.Contains("Lê Văn Nam", problem.MessageEn, StringComparison.Ordinal);
    }
}
