namespace Analytics.Ingest.Tests.Checking;

public class UnitNamesTests
{
    const string Header = "round,unit_name,district,position,official,high,confidence,low,no_confidence,collected";
    const string Two = "PC-CHAIR,Trần Văn A,,40,,5,45", Three = "PC-CHAIR,Trần Văn A,30,10,5,,45";

    [Theory]
    [InlineData("Phường An Hòa"), InlineData("phuong an hoa"), InlineData("An Hòa"), InlineData("AN HOA"), InlineData("Thị trấn An Hòa"), InlineData("P. An Hòa"), InlineData("p.An Hoà")]
    public void A_name_is_found_exactly_then_without_accents_then_without_the_kind_word(string name) =>
        Assert.Equal(6, Given.Results(Header, $"MT-2010,{name},,{Two}").Results.Single().UnitId);

    [Theory]
    [InlineData("Tịnh Ấn"), InlineData("tinh an"), InlineData("Xã Tịnh Ấn"), InlineData("xa tinh an")]
    public void A_name_that_looks_like_a_kind_word_is_still_a_name(string name) =>
        Assert.Equal(9, Given.Results(Header, $"MT-2010,{name},,{Two}").Results.Single().UnitId);

    [Fact]
    public void Only_units_of_the_level_of_the_round_are_candidates() =>
        Given.Results(Header, $"MT-2010,Quận Một,,{Two}").Refuses("2 unit_name unknown-unit");

    [Fact]
    public void Only_units_valid_then_are_candidates()
    {
        var file = Given.Results(Header, $"TP-2026,Phường An Hòa,,{Three}");
        file.Refuses("2 unit_name unknown-unit");
        file.Says("\"Phường An Hòa\"", "Phường Đông Hải (00701, Quận Một)");
    }

    [Fact]
    public void A_name_of_two_units_is_ambiguous_without_a_district()
    {
        var file = Given.Results(Header, $"MT-2010,Xã Tân Lập,,{Two}");
        file.Refuses("2 unit_name ambiguous-unit");
        file.Says("Xã Tân Lập (00702, Huyện Hai)", "Xã Tân Lập (00703, Thị xã Ba)");
    }

    [Theory]
    [InlineData("Huyện Hai", 7), InlineData("huyen hai", 7), InlineData("Hai", 7), InlineData("Thị xã Ba", 8), InlineData("TX Ba", 8)]
    public void The_district_tells_units_of_one_name_apart(string district, int unit) =>
        Assert.Equal(unit, Given.Results(Header, $"MT-2010,Xã Tân Lập,{district},{Two}").Results.Single().UnitId);

    [Fact]
    public void The_former_district_does_so_where_there_is_none_any_more() =>
        Assert.Equal(12, Given.Results(Header, $"TP-2026,Xã Bến Nước,Thị xã Ba,{Three}").Results.Single().UnitId);

    [Theory]
    [InlineData("Thành phố Giả Định"), InlineData("Huyện Khác")]
    public void A_district_that_fits_both_or_neither_leaves_them_ambiguous(string district) =>
        Given.Results(Header, $"MT-2010,Xã Tân Lập,{district},{Two}").Refuses("2 unit_name ambiguous-unit");

    [Fact]
    public void The_district_is_not_looked_at_where_one_unit_fits() => Given.Results(Header, $"MT-2010,Phường An Hòa,Huyện Khác,{Two}").IsClean();

    [Fact]
    public void The_code_goes_before_the_name()
    {
        var file = Given.Results("round,unit,unit_name,position,official,confidence,no_confidence,collected", "MT-2010,00702,Phường An Hòa,PC-CHAIR,Trần Văn A,40,5,45");
        file.IsClean();
        Assert.Equal(7, file.Results[0].UnitId);
    }

    [Fact]
    public void A_row_needs_code_or_name() => Given.Results(
        "round,unit,unit_name,position,official,confidence,no_confidence,collected",
        "MT-2010,,,PC-CHAIR,Trần Văn A,40,5,45", "MT-2010,,An Hòa,PC-CHAIR,Trần Văn A,40,5,45").Refuses("2 unit missing-value");

    [Fact]
    public void The_empty_name_is_named_where_the_file_has_no_codes() => Given.Results(
        "round,unit_name,position,official,confidence,no_confidence,collected", "MT-2010,,PC-CHAIR,Trần Văn A,40,5,45").Refuses("2 unit_name missing-value");
}
