using Analytics.Domain.Units;
using Analytics.Web.Briefings.Urging;

namespace Analytics.Web.Tests.Urging;

/// <summary>How a letter addresses a Party committee.</summary>
public class CommitteeTests
{
    [Theory]
    [InlineData("Quận Ba Đình", UnitLevel.District, "Quận ủy Ba Đình")]
    [InlineData("Quận 1", UnitLevel.District, "Quận ủy Quận 1")]
    [InlineData("Huyện Sóc Sơn", UnitLevel.District, "Huyện ủy Sóc Sơn")]
    [InlineData("Thị xã Sơn Tây", UnitLevel.District, "Thị ủy Sơn Tây")]
    [InlineData("Thành phố Thủ Đức", UnitLevel.District, "Thành ủy Thủ Đức")]
    [InlineData("Xã Phúc Thọ", UnitLevel.Commune, "Đảng ủy xã Phúc Thọ")]
    [InlineData("Phường Ngọc Hà", UnitLevel.Commune, "Đảng ủy phường Ngọc Hà")]
    [InlineData("Phường 12", UnitLevel.Commune, "Đảng ủy phường 12")]
    [InlineData("Thị trấn Quốc Oai", UnitLevel.Commune, "Đảng ủy thị trấn Quốc Oai")]
    [InlineData("Đặc khu Phú Quốc", UnitLevel.Commune, "Đảng ủy đặc khu Phú Quốc")]
    // A name may begin like a kind without being one.
    [InlineData("Xãm Hương", UnitLevel.Commune, "Đảng ủy Xãm Hương")]
    public void A_committee_is_called_by_the_kind_of_its_unit(string name, UnitLevel level, string committee) =>
        Assert.Equal("Ban Thường vụ " + committee, Committee.StandingOf(new Unit { Code = "1", Name = name, NameFolded = "", SortKey = "", Level = level }));
}
