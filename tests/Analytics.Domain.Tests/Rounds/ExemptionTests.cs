using Analytics.Domain.Rounds;

namespace Analytics.Domain.Tests.Rounds;

public class ExemptionTests
{
    static readonly Dictionary<string, Regime> Regimes = RegimeFile.Shipped().Select(r => RegimeFile.Parse(r.Json)).ToDictionary(r => r.Id);

    static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    // NA-85: nine whole months, counted in months and not in days.
    [InlineData("NA-85", "2018-03-01", "2018-12-01", null), InlineData("NA-85", "2018-03-02", "2018-12-01", ExemptionGround.ShortTenure)]
    [InlineData("NA-85", "2018-05-31", "2019-02-27", ExemptionGround.ShortTenure), InlineData("NA-85", "2018-05-31", "2019-02-28", null)]
    // NA-96: the year of the vote.
    [InlineData("NA-96", "2026-01-01", "2026-12-10", ExemptionGround.ElectedThatYear), InlineData("NA-96", "2025-12-31", "2026-01-05", null)]
    // Who takes the post after the vote was not in it; a rule without exemptions knows none.
    [InlineData("NA-96", "2026-12-11", "2026-12-10", null), InlineData("VFF-2007", "2010-11-30", "2010-12-01", null)]
    [InlineData("NA-85", null, "2018-12-01", null)]
    public void Tenure_decides(string regime, string? since, string on, ExemptionGround? expected) =>
        Assert.Equal(expected, Exemption.ByTenure(Regimes[regime], since is null ? null : Day(since), Day(on))?.Ground);

    [Theory]
    [InlineData("Mới giữ chức vụ, chưa đủ 9 tháng", ExemptionGround.ShortTenure), InlineData("Chưa đủ 09 tháng giữ chức", ExemptionGround.ShortTenure)]
    [InlineData("Mới được bầu năm 2026", ExemptionGround.ElectedThatYear), InlineData("bổ nhiệm trong năm", ExemptionGround.ElectedThatYear)]
    [InlineData("Đang chờ nghỉ hưu từ tháng 1/2027", ExemptionGround.AwaitingRetirement), InlineData("chuẩn bị nghỉ chế độ", ExemptionGround.AwaitingRetirement)]
    [InlineData("", null), InlineData("Đi học tập trung", null)]
    public void Words_name_a_ground(string reason, ExemptionGround? expected) => Assert.Equal(expected, Exemption.GroundIn(reason));
}
