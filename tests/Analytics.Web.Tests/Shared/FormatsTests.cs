using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Tests.Shared;

public class FormatsTests
{
    readonly Formats vi = In("vi");
    readonly Formats en = In("en");

    static Formats In(string code)
    {
        var language = new Language();
        language.Use(code);
        return new Formats(language);
    }

    [Fact]
    public void Shares_have_one_digit_and_no_space_before_the_sign()
    {
        Assert.Equal("4,1%", vi.Share(0.041));
        Assert.Equal("4.1%", en.Share(0.041));
        Assert.Equal("100,0%", vi.Share(1));
    }

    [Fact]
    public void A_share_without_a_base_is_a_dash_and_not_zero() => Assert.Equal("–", vi.Share(null));

    [Fact]
    public void A_negative_number_has_a_true_minus_and_zero_has_none()
    {
        Assert.Equal("−0,6 điểm phần trăm", vi.Points(-0.006));
        Assert.Equal("0,0 điểm phần trăm", vi.Points(-0.0001));
        Assert.Equal("0.6 percentage points", en.Points(0.006));
    }

    [Fact]
    public void Intervals_are_joined_by_a_dash_in_parentheses()
    {
        Assert.Equal("(2,5–3,3)", vi.Interval(0.025, 0.033));
        Assert.Equal("(2.5–3.3)", en.Interval(0.025, 0.033));
        Assert.Equal("", vi.Interval(null, null));
    }

    [Fact]
    public void A_change_says_its_direction_in_words()
    {
        Assert.Equal("tăng 0,9 điểm %", vi.Change(0.009));
        Assert.Equal("giảm 0,2 điểm %", vi.Change(-0.002));
        Assert.Equal("không đổi", vi.Change(0.0002));
        Assert.Equal("down 0.2 points", en.Change(-0.002));
    }

    [Fact]
    public void Counts_below_ten_have_a_zero_before_them_in_Vietnamese_text_only()
    {
        Assert.Equal("08", vi.CountInText(8));
        Assert.Equal("12", vi.CountInText(12));
        Assert.Equal("8", en.CountInText(8));
        Assert.Equal("1.234.567", vi.Count(1234567));
        Assert.Equal("1,234,567", en.Count(1234567));
    }

    [Fact]
    public void Instants_are_told_in_the_time_of_Viet_Nam()
    {
        var utc = new DateTime(2026, 11, 23, 5, 40, 0, DateTimeKind.Utc);
        Assert.Equal("12 giờ 40, ngày 23/11/2026", vi.Instant(utc));
        Assert.Equal("12:40, 23 November 2026", en.Instant(utc));
        Assert.Equal("0 giờ 05, ngày 24/11/2026", vi.Instant(new DateTime(2026, 11, 23, 17, 5, 0, DateTimeKind.Utc)));
    }
}
