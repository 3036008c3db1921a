using Analytics.Domain.Dates;
using Analytics.Domain.Storage;

namespace Analytics.Domain.Tests.Dates;

/// <summary>Days counted off on the calendar of 2026 by hand.</summary>
public class WorkingCalendarTests
{
    static WorkingCalendar Shipped { get; } = WorkingCalendar.Read(File.ReadLines(Path.Combine(Places.Data, "reference", "working-days.csv")));

    static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd");

    [Theory]
    [InlineData("2026-11-23", true)]  // a Monday
    [InlineData("2026-11-22", false)] // a Sunday
    [InlineData("2026-09-02", false)] // National Day, a Wednesday
    [InlineData("2026-08-31", false)] // moved off, a Monday
    [InlineData("2026-08-22", true)]  // worked for it, a Saturday
    [InlineData("2026-04-27", false)] // Hung Kings' Day fell on the Sunday before
    public void A_day_is_worked_unless_it_is_a_weekend_or_a_day_off(string date, bool worked) => Assert.Equal(worked, Shipped.IsWorking(Day(date)));

    [Theory]
    [InlineData("2026-11-20", 5, "2026-11-27")] // Friday to Friday
    [InlineData("2026-08-28", 2, "2026-09-04")] // over the weekend, the day moved off and National Day: 3 and 4 September
    [InlineData("2026-02-13", 1, "2026-02-23")] // over Tet: Monday the 23rd
    [InlineData("2026-11-21", 0, "2026-11-23")] // a Saturday: the next working day
    [InlineData("2026-11-23", 0, "2026-11-23")]
    public void So_many_working_days_later_is_that_day(string from, int count, string expected) => Assert.Equal(Day(expected), Shipped.After(Day(from), count));

    [Theory]
    [InlineData("2026-11-20", "2026-11-27", 5)]
    [InlineData("2026-11-27", "2026-11-20", -5)]
    [InlineData("2026-08-21", "2026-08-23", 1)] // the worked Saturday
    [InlineData("2026-11-21", "2026-11-22", 0)]
    public void Working_days_between_leave_out_the_first_day_and_count_the_last(string from, string to, int expected) => Assert.Equal(expected, Shipped.Between(Day(from), Day(to)));

    [Fact]
    public void A_year_without_its_notice_is_not_announced()
    {
        Assert.True(Shipped.IsAnnounced(2026));
        Assert.False(Shipped.IsAnnounced(2027));
        Assert.False(Shipped.IsAnnounced(2031));
    }

    [Theory]
    [InlineData("2026-02-30,holiday,a,b,law", "Line 2")]
    [InlineData("2026-01-01,feast,a,b,law", "Line 2")]
    [InlineData("2026-01-01,holiday,a,law", "Line 2")]
    [InlineData("2026-01-01,holiday,a,b,hearsay", "Line 2")]
    public void A_line_that_cannot_be_read_is_told_of(string line, string where) =>
        Assert.Contains(where, Assert.Throws<FormatException>(() => WorkingCalendar.Read(["date,kind,name_vi,name_en,basis", line])).Message);

    [Fact]
    public void A_day_given_twice_is_refused() =>
        Assert.Contains("second time", Assert.Throws<FormatException>(() => WorkingCalendar.Read(["date,kind,name_vi,name_en,basis", "2026-01-01,holiday,a,b,law", "2026-01-01,working,a,b,law"])).Message);
}
