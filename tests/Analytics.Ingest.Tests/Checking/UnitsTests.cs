using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Analytics.Ingest.Checking;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.Checking;

public class UnitsTests
{
    const string Header = "code,name,kind,level,parent,valid_from,valid_to,area";
    static readonly ReferenceData Empty = new(UnitBook.Empty, [], [], []);

    [Fact]
    public void A_row_becomes_a_unit_with_every_cell_in_its_place()
    {
        var file = Given.Units(Header, "00710,Xã Mới,Xã,commune,07,2025-07-01,1/7/2030,072");
        file.IsClean();
        Assert.Equal(
            new UnitRow(new(null, 2), "00710", "Xã Mới", "Xã", UnitLevel.Commune, "07", new(2025, 7, 1), new(2030, 7, 1), "072"), Assert.Single(file.Units));
    }

    [Fact]
    public void Each_empty_required_cell_is_one_missing_value() =>
        Given.Units(Header, ",,,,07,,,").Refuses("2 code missing-value", "2 name missing-value", "2 level missing-value");

    [Fact]
    public void A_level_is_one_of_four_words_in_any_case() =>
        Given.Units(Header, "081,Huyện Chín,,huyện,07,,,", "082,Huyện Mười,,District,07,,,").Refuses("2 level bad-word");

    [Fact]
    public void A_country_or_province_needs_no_parent() => Given.Units(Header, "LA,Nước Bạn,,country,,,,", "08,Tỉnh Lẻ,,province,,,,").IsClean();

    [Fact]
    public void A_commune_needs_a_parent_where_units_above_are_known() =>
        Given.Units(Header, "00710,Xã Mới,,commune,,,,").Refuses("2 parent missing-value");

    [Fact]
    public void A_district_with_nothing_known_above_it_is_a_top_unit() =>
        Given.Check(FileKind.Units, [Header, "Q1,Quận Một,,district,,,,", "P1,Phường Một,,commune,Q1,,,"], Empty).IsClean();

    [Fact]
    public void A_parent_that_nobody_declared_is_unknown()
    {
        var file = Given.Units(Header, "00710,Xã Mới,,commune,7,,,");
        file.Refuses("2 parent unknown-parent");
        file.Says("\"7\"", "07 (Thành phố Giả Định)");
    }

    [Fact]
    public void A_parent_may_stand_below_its_child_in_the_file() =>
        Given.Check(FileKind.Units, [Header, "P1,Phường Một,,commune,Q1,,,", "Q1,Quận Một,,district,T,,,", "T,Tỉnh Thử,,province,,,,"], Empty).IsClean();

    [Fact]
    public void A_parent_must_be_valid_as_long_as_its_child()
    {
        var file = Given.Units(Header, "00710,Xã Mới,,commune,071,2020-01-01,,");
        file.Refuses("2 parent unknown-parent");
        Assert.Contains("từ 01/07/2025", file.Problems[0].MessageVi);
        Assert.Contains("from 2025-07-01", file.Problems[0].MessageEn);
    }

    [Fact]
    public void A_parent_valid_up_to_the_last_day_of_its_child_is_enough() =>
        Given.Units(Header, "00710,Xã Mới,,commune,071,2020-01-01,2025-07-01,").IsClean();

    [Fact]
    public void Validity_of_a_parent_is_taken_over_all_its_rows() => Given.Check(FileKind.Units,
        [Header, "T,Tỉnh Cũ,,province,,,2008-08-01,", "T,Tỉnh Mới,,province,,2008-08-01,,", "Q1,Quận Một,,district,T,2000-01-01,,"], Empty).IsClean();

    [Fact]
    public void A_gap_between_rows_of_a_parent_is_named()
    {
        var file = Given.Check(FileKind.Units,
            [Header, "T,Tỉnh Cũ,,province,,,2008-08-01,", "T,Tỉnh Mới,,province,,2008-08-02,,", "Q1,Quận Một,,district,T,2000-01-01,,"], Empty);
        file.Refuses("4 parent unknown-parent");
        Assert.Contains("từ 01/08/2008 đến trước 02/08/2008", file.Problems[0].MessageVi);
        Assert.Contains("from 2008-08-01 until before 2008-08-02", file.Problems[0].MessageEn);
    }

    [Fact]
    public void A_parent_must_be_of_a_higher_level() =>
        Given.Units(Header, "00710,Xã Mới,,commune,00701,2026-01-01,,").Refuses("2 parent unknown-parent");

    [Fact]
    public void A_unit_is_not_its_own_parent() => Given.Units(Header, "081,Huyện Chín,,district,081,,,").Refuses("2 parent unknown-parent");

    [Fact]
    public void A_refused_row_is_no_parent_and_its_child_says_where_it_stands()
    {
        var file = Given.Check(FileKind.Units, [Header, "P1,Phường Một,,commune,Q1,,,", "Q1,,,district,T,,,", "T,Tỉnh Thử,,province,,,,"], Empty);
        file.Refuses("2 parent unknown-parent", "3 name missing-value");
        Assert.Contains("dòng 3", file.Problems[0].MessageVi);
        Assert.Contains("line 3", file.Problems[0].MessageEn);
        Assert.Equal(2, file.BadRows);
    }

    [Fact]
    public void An_area_is_a_code_that_is_known_at_some_time() =>
        Given.Units(Header, "00710,Xã Mới,,commune,07,2025-07-01,,079", "00711,Xã Mới Hai,,commune,07,2025-07-01,,073").Refuses("2 area unknown-unit");

    [Fact]
    public void The_end_must_come_after_the_start() =>
        Given.Units(Header, "08,Tỉnh Lẻ,,province,,2020-01-01,2020-01-01,", "09,Tỉnh Khác,,province,,2020-01-01,2020-01-02,")
            .Refuses("2 valid_to bad-period");

    [Fact]
    public void A_validity_date_must_exist_but_may_be_any() =>
        Given.Units(Header, "08,Tỉnh Lẻ,,province,,2020-02-30,,", "09,Tỉnh Khác,,province,,1802-01-01,3010-01-01,").Refuses("2 valid_from bad-date");

    [Fact]
    public void A_code_and_start_stand_in_a_file_once()
    {
        var file = Given.Units(Header, "08,Tỉnh Lẻ,,province,,,,", "08,Tỉnh Lẻ Hai,,province,,,,");
        file.Refuses("3 code duplicate-row");
        Assert.Contains("dòng 2", file.Problems[0].MessageVi);
    }

    [Fact]
    public void Rows_of_a_code_may_follow_each_other_but_not_overlap() => Given.Units(Header,
        "08,Tỉnh Lẻ,,province,,,2020-01-01,", "08,Tỉnh Mới,,province,,2020-01-01,,",
        "09,Tỉnh Khác,,province,,,2020-01-02,", "09,Tỉnh Nữa,,province,,2020-01-01,,").Refuses("5 valid_from overlapping-validity");

    [Fact]
    public void A_row_may_not_overlap_a_unit_already_loaded() =>
        Given.Units(Header, "071,Quận Một Mới,,district,07,2024-01-01,,").Refuses("2 valid_from overlapping-validity");

    [Fact]
    public void The_same_code_and_start_as_a_loaded_unit_is_that_unit_again() =>
        Given.Units(Header, "071,Quận Một,,district,07,,2024-01-01,", "071,Quận Một Mới,,district,07,2024-01-01,,").IsClean();
}
